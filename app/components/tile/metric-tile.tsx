'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatDates } from '@/domain/format/format-instant.ts'
import { formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import type { MetricAnswer } from '@/domain/metrics/metric-answer.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import { courseOf } from './course-of.ts'
import { describeDifference } from './describe-difference.ts'
import { Tile } from './tile.tsx'

/** The tile of a metric at a scope: value, difference, basis and course come from its one answer. */
export function MetricTile(props: {
  readonly answer: Pick<MetricAnswer, 'total' | 'points' | 'comparison' | 'asOf'> & {
    readonly definition: Pick<MetricAnswer['definition'], 'key' | 'name' | 'unit'>
  }
  readonly href: string
  /** The difference stands in a sentence below. */
  readonly isExplained?: boolean
}) {
  const { answer, href, isExplained = false } = props
  const t = useTranslations('components.tile')
  const language = useLanguage()
  const { definition, total, comparison } = answer
  const isShare = definition.unit === 'share'
  const hidden = isShare && total.n > 0 && footingOf(total.n) === 'tooFew'
  const earlier = comparison?.period
  return (
    <Tile
      label={definition.name[language]}
      metric={definition.key}
      href={href}
      value={
        hidden
          ? t('countsOnly', { numerator: total.numerator ?? 0, n: total.n })
          : isShare
            ? formatPercent(total.value, language)
            : formatNumber(total.value, language)
      }
      few={isShare && footingOf(total.n) !== 'enough'}
      difference={
        comparison === null || earlier === undefined || hidden || isExplained
          ? null
          : {
              text: describeDifference(t, comparison.difference, {
                isShare,
                language,
                earlierDates: formatDates(earlier.firstDate, earlier.lastDate, language),
              }),
              verdict: comparison.difference.verdict,
            }
      }
      basis={
        isShare
          ? t('ofN', { numerator: total.numerator ?? 0, n: total.n })
          : t(`units.${definition.unit}`, { count: total.value ?? 0 })
      }
      trend={courseOf(definition.unit, answer.points)}
      asOf={answer.asOf}
    />
  )
}
