'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import type { FigureProps } from '@/app/(product)/review/alerts/figure-props.ts'
import { Loading } from '@/app/components/states/loading.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { drillToPart } from '@/domain/metrics/drill.ts'
import type { MetricAnswer } from '@/domain/metrics/metric-answer.ts'
import type { RowKind } from '@/domain/metrics/metric.ts'
import classes from './outcomes.module.css'
import { writeMoney } from './write-figure.ts'

/** What the questions of this period brought, in one sentence whose numbers lead to their rows. */
export function Statement(
  props: FigureProps & { readonly outcomes: MetricAnswer; readonly recall: MetricAnswer },
) {
  const { scope, texts, outcomes, recall } = props
  const t = useTranslations('review-outcomes.statement')
  const language = useLanguage()
  const trpc = useTRPC()
  const averted = useQuery(trpc.analytics.metric.queryOptions({ key: 'harm-averted', scope: texts }))
  const missed = useQuery(trpc.analytics.metric.queryOptions({ key: 'missed-amount', scope: texts }))
  if (averted.data === undefined || missed.data === undefined) return <Loading height={56} />
  const countOf = (outcome: string) =>
    outcomes.series?.find(({ by }) => by.value === outcome)?.total.numerator ?? 0
  const caughtLines = recall.total.numerator ?? 0
  const to = (kind: RowKind, of = scope) => rowsHref(kind, of)
  const link = (href: string) =>
    function StatementLink(chunks: React.ReactNode) {
      return <Link href={href}>{chunks}</Link>
    }
  const sums = (answer: MetricAnswer) => writeMoney(answer, language).join(' + ')
  return (
    <div className={classes.statement}>
      <p>
        {t.rich('caught', {
          questions: outcomes.total.n,
          mistakes: countOf('mistake'),
          frauds: countOf('fraud'),
          averted: sums(averted.data),
          q: link(to('alerts')),
          m: link(to('alerts', drillToPart(scope, 'outcome', 'mistake'))),
          f: link(to('alerts', drillToPart(scope, 'outcome', 'fraud'))),
          a: link(to('avertedAlerts')),
        })}
      </p>
      {recall.total.n > 0 && (
        <p>
          {t.rich('missed', {
            all: recall.total.n,
            caught: caughtLines,
            missed: recall.total.n - caughtLines,
            amount: sums(missed.data),
            c: link(to('caughtLines')),
            x: link(to('missedLines')),
          })}
        </p>
      )}
    </div>
  )
}
