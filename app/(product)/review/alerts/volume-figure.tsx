'use client'

import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { Figure } from '@/app/components/figure/figure.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import classes from './review-alerts.module.css'
import type { FigureProps } from './figure-props.ts'
import { prepareVolume, type VolumeSplit, volumeSplits } from './prepare-volume.ts'

/** How many there were over time, in all or in parts that add up. */
export function VolumeFigure({ scope, texts, labelOf }: FigureProps) {
  const t = useTranslations('review.alerts')
  const language = useLanguage()
  const trpc = useTRPC()
  const [split, setSplit] = useQueryState(
    'by',
    parseAsStringLiteral(volumeSplits).withDefault('rule').withOptions({ history: 'push' }),
  )
  const key = split === 'rule' ? 'hits-by-rule' : 'alert-volume'
  const by = split === 'all' ? null : split
  const answer = useQuery(trpc.analytics.metric.queryOptions({ key, scope: texts, by }))
  return (
    <Answered query={answer} what={t('volume.title')} height={360}>
      {(data) => (
        <Figure
          id="volume"
          title={t(split === 'rule' ? 'volume.hitsTitle' : 'volume.title')}
          fileName={`worth-asking-${key}`}
          metric={key}
          figure={prepareVolume(data, { scope, split, labelOf, language, words: t })}
          note={
            <SegmentedControl
              size="xs"
              className={classes.switch}
              aria-label={t('volume.by')}
              value={split}
              onChange={(value) => void setSplit(value as VolumeSplit)}
              data={volumeSplits.map((value) => ({ value, label: t(`volume.splits.${value}`) }))}
            />
          }
        />
      )}
    </Answered>
  )
}
