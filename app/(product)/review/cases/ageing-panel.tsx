'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatInstant } from '@/domain/format/format-instant.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import { backlogHref } from '../care/care-rows-href.ts'
import classes from '../care/care.module.css'

/** Open cases by whose turn it is and by their age, at the end of the range or now. */
export function AgeingPanel(props: {
  readonly backlog: {
    readonly at: number
    readonly cases: number
    readonly ageEdgesHours: readonly number[]
    readonly parts: readonly { readonly turn: string; readonly age: number; readonly cases: number }[]
  }
  readonly zone: string
  readonly scope: Scope
}) {
  const t = useTranslations('review-cases.ageing')
  const language = useLanguage()
  const { backlog, zone } = props
  const turns = [...new Set(backlog.parts.map(({ turn }) => turn))]
  const ages = Array.from({ length: backlog.ageEdgesHours.length + 1 }, (_, age) => age)
  const casesOf = (turn: string, age: number) =>
    backlog.parts.find((part) => part.turn === turn && part.age === age)?.cases ?? 0
  return (
    <Panel title={t('title')} id="ageing">
      <p className={classes.note}>
        {t('asOf', { time: formatInstant(backlog.at, zone, language), cases: backlog.cases })}
      </p>
      <DataTable
        label={t('title')}
        rows={turns}
        rowKey={(turn) => turn}
        rowHref={(turn) => backlogHref(props.scope, { turn, age: null })}
        empty={<p className={classes.note}>{t('none')}</p>}
        columns={[
          { key: 'turn', header: t('turn'), cell: (turn) => t(`turns.${turn}`) },
          ...ages.map((age) => ({
            key: String(age),
            header: t(`ages.${age}`),
            align: 'end' as const,
            cell: (turn: string) => {
              const cases = formatNumber(casesOf(turn, age), language)
              if (casesOf(turn, age) === 0) return cases
              return <Link href={backlogHref(props.scope, { turn, age })}>{cases}</Link>
            },
          })),
          {
            key: 'all',
            header: t('cases'),
            align: 'end',
            cell: (turn) =>
              formatNumber(
                ages.reduce((sum, age) => sum + casesOf(turn, age), 0),
                language,
              ),
          },
        ]}
      />
    </Panel>
  )
}
