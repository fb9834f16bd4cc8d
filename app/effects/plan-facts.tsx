'use client'

import { useTranslations } from 'next-intl'
import { useConditionWords } from '@/app/(product)/review/use-condition-words.ts'
import { metricFigureUnit } from '@/app/charts/metric-figure-unit.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import classes from '@/app/jury/jury.module.css'
import { formatDates } from '@/domain/format/format-instant.ts'
import { everyMetric } from '@/domain/metrics/metrics.ts'
import { parseScope } from '@/domain/metrics/scope.ts'
import type { EffectDetail } from '@/server/effects/get-effect.ts'
import { writeSize } from './write-shift.ts'

/** What was expected, as it was written down before the change. */
export function PlanFacts({ plan }: { readonly plan: NonNullable<EffectDetail['plan']> }) {
  const t = useTranslations('effects')
  const language = useLanguage()
  const conditionsOf = useConditionWords()
  const { filters } = parseScope({ filter: plan.filters })
  const conditions = conditionsOf(plan.metric, filters)
  return (
    <>
      <p className={classes.text}>{plan.steps}</p>
      <dl className={classes.facts}>
        <dt>{t('owner')}</dt>
        <dd>{plan.owner}</dd>
        <dt>{t('metric')}</dt>
        <dd>
          {everyMetric[plan.metric].name[language]}
          {conditions !== '' && ` (${conditions})`}
        </dd>
        <dt>{t('plan.direction')}</dt>
        <dd>{t(plan.direction === 'up good' ? 'plan.up' : 'plan.down')}</dd>
        <dt>{t('smallestChange')}</dt>
        <dd>{writeSize(plan.smallestChange, metricFigureUnit(plan.metric), language)}</dd>
        <dt>{t('plan.baseline')}</dt>
        <dd>{t('plan.buckets', { count: plan.baselineBuckets, unit: plan.bucket })}</dd>
        <dt>{t('plan.windowAfter')}</dt>
        <dd>{t('plan.buckets', { count: plan.windowBuckets, unit: plan.bucket })}</dd>
        <dt>{t('plan.trigger')}</dt>
        <dd>
          {plan.triggerFirst === null || plan.triggerLast === null
            ? t('plan.noTrigger')
            : formatDates(plan.triggerFirst, plan.triggerLast, language)}
        </dd>
      </dl>
    </>
  )
}
