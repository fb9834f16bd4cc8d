'use client'

import { useTranslations } from 'next-intl'
import { metricFigureUnit } from '@/app/charts/metric-figure-unit.ts'
import { prepareEffect } from '@/app/charts/prepare-effect.ts'
import { Figure } from '@/app/components/figure/figure.tsx'
import { MarkersContext } from '@/app/components/figure/markers-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { everyMetric } from '@/domain/metrics/metrics.ts'
import type { EffectDetail } from '@/server/effects/get-effect.ts'
import { bucketHref } from './bucket-href.ts'

/** The metric around the change: baseline, limits, the change as a marker, and every bucket with its rows. */
export function EffectFigure(props: {
  readonly detail: EffectDetail
  readonly plan: NonNullable<EffectDetail['plan']>
  readonly measured: NonNullable<EffectDetail['measured']>
}) {
  const t = useTranslations('effects')
  const language = useLanguage()
  const { detail, plan, measured } = props
  const { changedAt } = detail
  const { judged, zone } = measured
  const figure = prepareEffect({
    judged,
    bucket: plan.bucket,
    zone,
    language,
    unit: metricFigureUnit(plan.metric),
    words: {
      rowHeading: t(`units.${plan.bucket}`),
      value: everyMetric[plan.metric].name[language],
      mean: t('chart.mean'),
      low: t('chart.low'),
      high: t('chart.high'),
      lying: {
        before: t('chart.before'),
        after: t('chart.after'),
        trigger: t('chart.trigger'),
        change: t('chart.change'),
        empty: t('chart.empty'),
        unfinished: t('chart.unfinished'),
      },
    },
    hrefOf: (point) => (point.n === 0 ? null : bucketHref(plan, point, zone)),
  })
  const markers =
    changedAt === null
      ? []
      : [{ id: detail.id, at: changedAt, label: t('chart.marker'), href: null, compareHref: null }]
  return (
    <MarkersContext value={markers}>
      <Figure
        title={everyMetric[plan.metric].name[language]}
        figure={figure}
        fileName={`effect-${detail.reference}`}
      />
    </MarkersContext>
  )
}
