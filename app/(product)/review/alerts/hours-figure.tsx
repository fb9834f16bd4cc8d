'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { prepareHeatmap } from '@/app/charts/prepare-heatmap.ts'
import { Figure } from '@/app/components/figure/figure.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { drillToPart } from '@/domain/metrics/drill.ts'
import { hourOfWeekOccurrences } from '@/domain/time/hour-of-week.ts'
import type { FigureProps } from './figure-props.ts'

/** At which hours of the week questions come up: alerts for each time that hour occurred. */
export function HoursFigure({ scope, texts }: FigureProps) {
  const t = useTranslations('review.alerts.hours')
  const language = useLanguage()
  const trpc = useTRPC()
  const answer = useQuery(
    trpc.analytics.metric.queryOptions({ key: 'alert-volume', scope: texts, by: 'hour' }),
  )
  return (
    <Answered query={answer} what={t('title')} height={280}>
      {({ series, period, zone }) => {
        const counts = new Map(series?.map(({ by, total }) => [by.value, total.value ?? 0]))
        const occurrences = hourOfWeekOccurrences({ from: period.from, to: period.elapsedTo }, zone)
        const cells = occurrences.map((times, hour) => ({
          count: counts.get(String(hour)) ?? 0,
          occurrences: times,
          href: rowsHref('alerts', drillToPart(scope, 'hour', String(hour))),
        }))
        return (
          <Figure
            id="hours"
            title={t('title')}
            fileName="worth-asking-hours-of-week"
            metric="alert-volume"
            figure={prepareHeatmap({ rowHeading: t('day'), language, cells })}
            note={<p>{t('note', { zone })}</p>}
          />
        )
      }}
    </Answered>
  )
}
