'use client'

import { Temporal } from 'temporal-polyfill'
import { useTranslations } from 'next-intl'
import { prepareHeatmap } from '@/app/charts/prepare-heatmap.ts'
import { prepareTimeSeries } from '@/app/charts/prepare-time-series.ts'
import { Figure } from '@/app/components/figure/figure.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { startOfDate } from '@/domain/time/local-date.ts'
import type { WhatIfResult } from '@/domain/what-if/what-if-result.ts'

/** When the questions would have come: by day beside the active version, and by hour of the week. */
export function QuestionsOverTime({ result }: { readonly result: WhatIfResult }) {
  const t = useTranslations('what-if')
  const language = useLanguage()
  const { zone, window } = result
  const starts = result.days.map((day) =>
    Math.max(window.from, startOfDate(Temporal.PlainDate.from(day), zone)),
  )
  const points = (counts: readonly number[]) =>
    counts.map((value, i) => ({
      from: starts[i]!,
      to: starts[i + 1] ?? window.to,
      key: result.days[i]!,
      unfinished: false,
      value,
      n: value,
    }))
  return (
    <>
      <Figure
        title={t('byDay')}
        fileName="what-if-days"
        figure={prepareTimeSeries({
          rowHeading: t('day'),
          unit: { kind: 'count' },
          bucket: 'day',
          zone,
          language,
          mark: 'line',
          series: [
            { key: 'draft', label: t('sides.draft'), look: 'series-0', points: points(result.draft.byDay) },
            { key: 'base', label: t('sides.base'), look: 'earlier', points: points(result.base.byDay) },
          ],
          earlier: null,
          total: result.draft.asked,
          hrefOf: () => null,
        })}
      />
      <Figure
        title={t('byHour')}
        fileName="what-if-hours"
        figure={prepareHeatmap({
          rowHeading: t('weekday'),
          language,
          cells: result.draft.byHourOfWeek.map((count, hour) => ({
            count,
            occurrences: result.hourOccurrences[hour] ?? 0,
            href: null,
          })),
        })}
      />
    </>
  )
}
