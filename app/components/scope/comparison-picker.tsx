'use client'

import { Button, Menu } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateRange } from '@/app/components/dates/date-range.tsx'
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
  return (
    <Menu position="bottom-start" closeOnItemClick>
      <Menu.Target>
        <Button variant="default">
          {compare === null
            ? t('compare.off')
            : t('compare.with', { what: t(`compare.kinds.${compare.kind}`) })}
          {dates !== null && <span className={classes.dates}>{dates}</span>}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={compare?.kind ?? 'off'}>
          {choices.map((kind) => (
            <Menu.RadioItem
              key={kind}
              value={kind}
              closeMenuOnClick
              onChange={() => props.onChange({ kind })}
            >
              {t(`compare.kinds.${kind}`)}
            </Menu.RadioItem>
          ))}
          <Menu.RadioItem value="off" closeMenuOnClick onChange={() => props.onChange(null)}>
            {t('compare.off')}
          </Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('compare.kinds.own')}</Menu.Label>
        <div className={classes.ownComparison}>
          <DateRange
            value={own}
            aria-label={t('compare.kinds.own')}
            onChange={([firstDate, lastDate]) => {
              setOwn([firstDate, lastDate])
              if (firstDate !== null && lastDate !== null)
                props.onChange({ kind: 'own', firstDate, lastDate })
            }}
          />
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}
