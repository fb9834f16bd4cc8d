'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateRange } from '@/app/components/dates/date-range.tsx'
import { MenuButton } from '@/app/components/overlay/menu-button.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatDates } from '@/domain/format/format-instant.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { type Comparison, comparisonPeriod } from '@/domain/time/comparison-period.ts'
import type { PeriodContext } from '@/domain/time/resolve-period.ts'
import classes from './scope.module.css'

const choices = ['previous', 'weekday', 'year'] as const

/** What the period is compared with; the compared dates are printed. */
export function ComparisonPicker(props: {
  readonly scope: Scope
  readonly context: PeriodContext
  readonly onChange: (compare: Comparison | null) => void
}) {
  const t = useTranslations('components.scope')
  const language = useLanguage()
  const [own, setOwn] = useState<[string | null, string | null]>([null, null])
  const { compare, period } = props.scope
  const compared =
    compare === null || period.kind === 'all' ? null : comparisonPeriod(compare, period, props.context)
  const dates = compared === null ? null : formatDates(compared.firstDate, compared.lastDate, language)
  const ownDates = (
    <div className={classes.ownComparison}>
      <DateRange
        value={own}
        aria-label={t('compare.kinds.own')}
        onChange={([firstDate, lastDate]) => {
          setOwn([firstDate, lastDate])
          if (firstDate !== null && lastDate !== null) props.onChange({ kind: 'own', firstDate, lastDate })
        }}
      />
    </div>
  )
  return (
    <MenuButton
      position="bottom-start"
      button={
        <Button variant="default">
          {compare === null
            ? t('compare.off')
            : t('compare.with', { what: t(`compare.kinds.${compare.kind}`) })}
          {dates !== null && <span className={classes.dates}>{dates}</span>}
        </Button>
      }
      entries={[
        {
          kind: 'choices',
          key: 'kinds',
          value: compare?.kind ?? 'off',
          choices: [
            ...choices.map((kind) => ({ value: kind, label: t(`compare.kinds.${kind}`) })),
            { value: 'off', label: t('compare.off') },
          ],
          onChoose: (value) => {
            const kind = choices.find((known) => known === value)
            props.onChange(kind === undefined ? null : { kind })
          },
        },
        { kind: 'divider', key: 'divider' },
        { kind: 'heading', key: 'heading', label: t('compare.kinds.own') },
        { kind: 'content', key: 'own', content: ownDates },
      ]}
    />
  )
}
