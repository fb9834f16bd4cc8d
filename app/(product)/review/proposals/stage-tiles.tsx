'use client'

import { useTranslations } from 'next-intl'
import { Tile } from '@/app/components/tile/tile.tsx'
import { TileRow } from '@/app/components/tile/tile-row.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useShareWords } from '@/app/components/use-share-words.ts'
import { type StageFigures, proposalStages } from '@/domain/effects/proposal-stages.ts'
import { formatDuration } from '@/domain/format/format-duration.ts'
import { formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import { choiceHref } from './use-review-choice.ts'

/** The funnel as tiles, each leading to its rows, and how long authors wait for a first answer. */
export function StageTiles(props: {
  readonly figures: StageFigures
  readonly query: string
  readonly asOf: number
}) {
  const t = useTranslations('review-proposals')
  const language = useLanguage()
  const shareOf = useShareWords()
  const { figures, query, asOf } = props
  const { firstAnswer, inTime } = figures
  const p50 = firstAnswer.p50.value
  return (
    <TileRow>
      {proposalStages.map((stage) => {
        const rate = figures.stages[stage]
        return (
          <Tile
            key={stage}
            label={t(`stages.${stage}`)}
            href={choiceHref(query, { stage })}
            value={formatNumber(rate.numerator, language)}
            basis={
              stage === 'submitted'
                ? t('proposals', { count: rate.denominator })
                : t('shareOf', {
                    share:
                      rate.footing === 'tooFew'
                        ? formatNumber(rate.numerator, language)
                        : formatPercent(rate.value, language, 0),
                    count: rate.denominator,
                  })
            }
            few={rate.footing !== 'enough'}
            asOf={asOf}
          />
        )
      })}
      <Tile
        label={t('firstAnswer')}
        href={choiceHref(query, { stage: 'answered' })}
        value={
          p50 === null && firstAnswer.n > 0
            ? t('notReached', { longest: formatDuration(firstAnswer.p50.longest, language) })
            : formatDuration(p50, language)
        }
        basis={t('open', {
          open: firstAnswer.open,
          oldest: formatDuration(firstAnswer.oldestOpenMs, language),
        })}
        few={firstAnswer.footing !== 'enough'}
        asOf={asOf}
      />
      <Tile
        label={t('inTime')}
        href={choiceHref(query, {})}
        value={shareOf(inTime.numerator, inTime.denominator, 0)}
        basis={t('of', { numerator: inTime.numerator, denominator: inTime.denominator })}
        few={inTime.footing !== 'enough'}
        asOf={asOf}
      />
    </TileRow>
  )
}
