'use client'

import { useTranslations } from 'next-intl'
import { describeDifference } from '@/app/components/tile/describe-difference.ts'
import { Tile } from '@/app/components/tile/tile.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatDuration } from '@/domain/format/format-duration.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import { formatDates } from '@/domain/format/format-instant.ts'
import type { CareAnswer, CareFigure } from '@/domain/metrics/care/care-answer.ts'
import type { Difference } from '@/domain/statistics/compare.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import type { ResolvedPeriod } from '@/domain/time/resolve-period.ts'
import { courseValue, describeBasis, describeFigure, observations } from './describe-figure.ts'

/** The tile of a metric of handoffs or cases: value, difference, basis and course come from its one answer. */
export function CareTile(props: {
  readonly answer: CareAnswer
  /** The metric's, in the reader's language. */
  readonly name: string
  readonly comparison: ResolvedPeriod | null
  readonly asOf: number
  /** Where the tile leads. */
  readonly href: string
  /** The difference stands in a sentence below. */
  readonly isExplained?: boolean
}) {
  const { answer, comparison } = props
  const t = useTranslations('review-handoffs.figure')
  const differenceWords = useTranslations('components.tile')
  const language = useLanguage()
  const { total, earlier } = answer
  return (
    <Tile
      label={props.name}
      metric={answer.key}
      href={props.href}
      value={describeFigure(total, t, language)}
      few={total.kind !== 'count' && footingOf(observations(total)) !== 'enough'}
      difference={
        earlier === null || earlier.difference === null || comparison === null || props.isExplained
          ? null
          : { text: differenceText(), verdict: earlier.difference.verdict }
      }
      basis={describeBasis(total, t, language)}
      trend={answer.points.map(({ figure, unfinished }) => ({ value: courseValue(figure), unfinished }))}
      asOf={props.asOf}
    />
  )

  function differenceText(): string {
    const difference = earlier!.difference!
    const dates = formatDates(comparison!.firstDate, comparison!.lastDate, language)
    if (isUnchanged(total, difference)) return t('unchanged', { dates })
    if (total.kind === 'duration' && difference.absolute !== null) {
      const amount = formatDuration(Math.abs(difference.absolute), language)
      return t(difference.absolute > 0 ? 'longer' : 'shorter', { amount, dates })
    }
    if (total.kind === 'index' && difference.absolute !== null) {
      const amount = formatNumber(Math.abs(difference.absolute), language, 2)
      return t(difference.absolute > 0 ? 'higher' : 'lower', { amount, dates })
    }
    return describeDifference(differenceWords, difference, {
      isShare: total.kind === 'rate',
      language,
      earlierDates: dates,
    })
  }
}

/** A level that is written as before; of counts and rates the usual words speak. */
function isUnchanged({ kind }: CareFigure, { absolute }: Difference): boolean {
  if (absolute === null || (kind !== 'duration' && kind !== 'index')) return false
  return kind === 'index' ? Math.abs(absolute) < 0.005 : absolute === 0
}
