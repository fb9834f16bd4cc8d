'use client'

import { useTranslations } from 'next-intl'
import { useConditionWords } from '@/app/(product)/review/use-condition-words.ts'
import { metricFigureUnit } from '@/app/charts/metric-figure-unit.ts'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
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
      <FactList>
        <Fact name={t('owner')}>{plan.owner}</Fact>
        <Fact name={t('metric')}>
          {everyMetric[plan.metric].name[language]}
          {conditions !== '' && ` (${conditions})`}
        </Fact>
        <Fact name={t('plan.direction')}>{t(plan.direction === 'up good' ? 'plan.up' : 'plan.down')}</Fact>
        <Fact name={t('smallestChange')}>
          {writeSize(plan.smallestChange, metricFigureUnit(plan.metric), language)}
        </Fact>
        <Fact name={t('plan.baseline')}>
          {t('plan.buckets', { count: plan.baselineBuckets, unit: plan.bucket })}
        </Fact>
        <Fact name={t('plan.windowAfter')}>
          {t('plan.buckets', { count: plan.windowBuckets, unit: plan.bucket })}
        </Fact>
        <Fact name={t('plan.trigger')}>
          {plan.triggerFirst === null || plan.triggerLast === null
            ? t('plan.noTrigger')
            : formatDates(plan.triggerFirst, plan.triggerLast, language)}
        </Fact>
      </FactList>
    </>
  )
}
