'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useShareWords } from '@/app/components/use-share-words.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import { drillToPart } from '@/domain/metrics/drill.ts'
import type { Figure, MetricAnswer } from '@/domain/metrics/metric-answer.ts'
import type { FigureProps } from './figure-props.ts'
import classes from './review-alerts.module.css'

/** Each rule's hits, its share of them, the alerts it is part of, and how much of all transactions it asks about. */
export function RulesTable({ scope, texts, labelOf }: FigureProps) {
  const t = useTranslations('review.alerts.rules')
  const language = useLanguage()
  const shareOf = useShareWords()
  const trpc = useTRPC()
  const by = 'rule' as const
  const hits = useQuery(trpc.analytics.metric.queryOptions({ key: 'hits-by-rule', scope: texts, by }))
  const alerts = useQuery(trpc.analytics.metric.queryOptions({ key: 'alert-volume', scope: texts, by }))
  const asked = useQuery(trpc.analytics.metric.queryOptions({ key: 'ask-rate', scope: texts, by }))
  return (
    <Panel title={t('title')} id="rules">
      <Answered query={hits} what={t('title')} height={240}>
        {({ series, total }) => {
          const rows = (series ?? []).map((part) => ({
            rule: part.by.value,
            hits: part.total.n,
            alerts: totalOf(alerts.data, part.by.value),
            asked: totalOf(asked.data, part.by.value),
          }))
          const largest = rows[0]?.hits ?? 0
          return (
            <DataTable
              label={t('title')}
              rows={rows}
              rowKey={({ rule }) => rule}
              rowHref={({ rule }) => rowsHref('hits', drillToPart(scope, 'rule', rule))}
              columns={[
                { key: 'rule', header: t('rule'), cell: ({ rule }) => labelOf('rule', rule) },
                {
                  key: 'hits',
                  header: t('hits'),
                  align: 'end',
                  cell: (row) => (
                    <span
                      className={classes.bar}
                      style={{ '--part': row.hits / Math.max(1, largest) } as object}
                    >
                      {formatNumber(row.hits, language)}
                    </span>
                  ),
                },
                {
                  key: 'share',
                  header: t('share'),
                  align: 'end',
                  cell: (row) => shareOf(row.hits, total.n),
                },
                {
                  key: 'alerts',
                  header: t('alerts'),
                  align: 'end',
                  cell: (row) => (
                    <Link
                      href={rowsHref('alerts', drillToPart(scope, 'rule', row.rule))}
                      className={classes.inner}
                    >
                      {formatNumber(row.alerts?.n ?? null, language)}
                    </Link>
                  ),
                },
                {
                  key: 'asked',
                  header: t('asked'),
                  align: 'end',
                  cell: (row) => (row.asked === null ? '—' : <Asked figure={row.asked} />),
                },
              ]}
            />
          )
        }}
      </Answered>
    </Panel>
  )
}

function Asked({ figure }: { readonly figure: Figure }) {
  const t = useTranslations('review.alerts.rules')
  const language = useLanguage()
  const shareOf = useShareWords()
  if (footingOf(figure.n) === 'tooFew') return shareOf(figure.numerator ?? 0, figure.n)
  return (
    <span>
      {formatPercent(figure.value, language, 2)}{' '}
      <span className={classes.interval}>
        {t('interval', {
          low: formatPercent(figure.low ?? null, language, 2),
          high: formatPercent(figure.high ?? null, language, 2),
        })}
      </span>
    </span>
  )
}

function totalOf(answer: MetricAnswer | undefined, value: string): Figure | null {
  return answer?.series?.find(({ by }) => by.value === value)?.total ?? null
}
