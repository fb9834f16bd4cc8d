'use client'

import { Badge } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { possibleLimits } from '@/app/charts/prepare-effect.ts'
import { metricFigureUnit } from '@/app/charts/metric-figure-unit.ts'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatFigureValue } from '@/app/charts/format-figure-value.ts'
import { notApplicable } from '@/domain/format/locale.ts'
import classes from '@/app/jury/jury.module.css'
import type { EffectDetail } from '@/server/effects/get-effect.ts'
import { stateColours } from './effect-words.ts'
import { writeShift, writeSize } from './write-shift.ts'

/** The verdict in words, and how far it can be trusted. */
export function Verdict(props: {
  readonly plan: NonNullable<EffectDetail['plan']>
  readonly measured: NonNullable<EffectDetail['measured']>
}) {
  const t = useTranslations('effects')
  const language = useLanguage()
  const { plan, measured } = props
  const { judged } = measured
  const unit = metricFigureUnit(plan.metric)
  const { baseline, shift, smallestDetectableShift: smallest, series } = judged
  const limits = possibleLimits(judged, unit)
  const isBlind = smallest !== null && smallest > plan.smallestChange
  return (
    <Panel
      title={t('verdict')}
      actions={
        <Badge variant="light" tt="none" size="lg" color={stateColours[judged.state]}>
          {t(`states.${judged.state}`)}
        </Badge>
      }
    >
      <p>{t(`stateTexts.${judged.state}`)}</p>
      <FactList>
        <Fact name={t('shift')}>{shift === null ? notApplicable : writeShift(shift, unit, language)}</Fact>
        <Fact name={t('smallestChange')}>{writeSize(plan.smallestChange, unit, language)}</Fact>
        <Fact name={t('detectable')}>
          {smallest === null ? notApplicable : writeSize(smallest, unit, language)}
        </Fact>
        <Fact name={t('limits')}>
          {baseline === null || limits === null
            ? notApplicable
            : t('limitsOf', {
                mean: formatFigureValue(baseline.mean, unit, language),
                low: formatFigureValue(limits.low, unit, language),
                high: formatFigureValue(limits.high, unit, language),
              })}
        </Fact>
        <Fact name={t('window')}>
          {t('windowOf', { after: series.after.length, window: plan.windowBuckets, unit: plan.bucket })}{' '}
          {t(judged.isOver ? 'windowOver' : 'windowRuns')}
        </Fact>
      </FactList>
      {isBlind && <p className={classes.note}>{t('tooBlind')}</p>}
      <p className={classes.note}>{t('honesty')}</p>
    </Panel>
  )
}
