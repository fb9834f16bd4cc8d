'use client'

import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import type { FigureProps } from '@/app/(product)/review/alerts/figure-props.ts'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useShareWords } from '@/app/components/use-share-words.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatNumber } from '@/domain/format/format-number.ts'
import { drillToPart } from '@/domain/metrics/drill.ts'
import type { Figure } from '@/domain/metrics/metric-answer.ts'
import { formatScope } from '@/domain/metrics/scope.ts'
import classes from './outcomes.module.css'
import { moneySeries } from './write-figure.ts'
import { PrecisionCell } from './precision-cell.tsx'

/** How often each rule asks rightly: by count, and by amount in each currency, with how much of it was judged at all. */
export function PrecisionTable({ scope, texts, labelOf }: FigureProps) {
  const t = useTranslations('review-outcomes.precision')
  const language = useLanguage()
  const shareOf = useShareWords()
  const trpc = useTRPC()
  const by = 'rule' as const
  const key = 'worth-asking-precision-by-amount'
  const byCount = useQuery(
    trpc.analytics.metric.queryOptions({ key: 'worth-asking-precision', scope: texts, by }),
  )
  const currencies = useQuery(trpc.analytics.metric.queryOptions({ key, scope: texts }))
  const codes = currencies.data === undefined ? [] : moneySeries(currencies.data).map((part) => part.by.value)
  const byAmount = useQueries({
    queries: codes.map((code) =>
      trpc.analytics.metric.queryOptions({
        key,
        scope: formatScope(drillToPart(scope, 'currency', code)),
        by,
      }),
    ),
  })
  const amountOf = (index: number, rule: string): Figure | null =>
    byAmount[index]?.data?.series?.find((part) => part.by.value === rule)?.total ?? null
  return (
    <Panel title={t('title')} id="precision">
      <p className={classes.note}>{t('note')}</p>
      <Answered query={byCount} what={t('title')} height={240}>
        {({ series }) => (
          <DataTable
            label={t('title')}
            rows={(series ?? []).map((part) => ({ rule: part.by.value, figure: part.total }))}
            rowKey={({ rule }) => rule}
            rowHref={({ rule }) => rowsHref('judgedAlerts', drillToPart(scope, 'rule', rule))}
            columns={[
              { key: 'rule', header: t('rule'), cell: ({ rule }) => labelOf('rule', rule) },
              {
                key: 'worth',
                header: t('worth'),
                align: 'end',
                cell: ({ rule, figure }) => (
                  <Link
                    className={classes.inner}
                    href={rowsHref('worthAlerts', drillToPart(scope, 'rule', rule))}
                  >
                    {formatNumber(figure.numerator ?? 0, language)}
                  </Link>
                ),
              },
              {
                key: 'judged',
                header: t('judged'),
                align: 'end',
                cell: ({ figure }) => formatNumber(figure.n, language),
              },
              {
                key: 'reviewed',
                header: t('reviewed'),
                align: 'end',
                cell: ({ figure: { reviewed } }) => shareOf(reviewed?.numerator ?? 0, reviewed?.n ?? 0),
              },
              {
                key: 'precision',
                header: t('byCount'),
                cell: ({ figure }) => <PrecisionCell figure={figure} />,
              },
              ...codes.map((code, index) => ({
                key: `precision-${code}`,
                header: t('byAmount', { currency: code }),
                // On its way is not the same as not applicable.
                cell: ({ rule }: { readonly rule: string }) =>
                  byAmount[index]?.isPending === true ? (
                    '…'
                  ) : (
                    <PrecisionCell figure={amountOf(index, rule)} />
                  ),
              })),
            ]}
          />
        )}
      </Answered>
    </Panel>
  )
}
