'use client'

import { useTranslations } from 'next-intl'
import type { FilterChoices } from '@/app/components/scope/filter-adder.tsx'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import { describeDifference } from '@/app/components/tile/describe-difference.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatDuration } from '@/domain/format/format-duration.ts'
import { formatDates } from '@/domain/format/format-instant.ts'
import type { CareAnswer } from '@/domain/metrics/care/care-answer.ts'
import { careOnlyDimensions, type FilterDimensionKey } from '@/domain/metrics/dimensions.ts'
import type { Compared } from '@/domain/metrics/metric-answer.ts'
import type { MetricUnit } from '@/domain/metrics/metric.ts'
import type { OverviewMeasure } from '@/domain/metrics/overview/overview-measures.ts'
import type { ResolvedPeriod } from '@/domain/time/resolve-period.ts'
import { useCareNames } from '../care/use-care-names.ts'
import { useFilterChoices } from '../use-filter-choices.ts'
import { useValueLabel } from '../use-value-label.ts'
import type { Change } from './measure-panel.tsx'

/** The words of a page that shows alerts beside cases: values by the area that they belong to, and differences in sentences. */
export function useOverviewWords() {
  const tile = useTranslations('components.tile')
  const care = useTranslations('review-handoffs.figure')
  const language = useLanguage()
  const ofAlerts = useValueLabel()
  const ofCare = useCareNames('handoffs')
  const alertChoices = useFilterChoices(ofAlerts)
  const labelIn = (measure: OverviewMeasure, dimension: FilterDimensionKey, value: string) =>
    (measure === 'alerts' || measure === 'outcomes' ? ofAlerts : ofCare.labelOf)(dimension, value)
  const labelOf: ValueLabel = (dimension, value) =>
    (Object.hasOwn(careOnlyDimensions, dimension) ? ofCare.labelOf : ofAlerts)(dimension, value)
  return {
    labelOf,
    labelIn,
    choices: mergeChoices(alertChoices, ofCare.choices),
    difference: {
      ofMetric: (unit: MetricUnit, { difference, covered, period }: Compared): Change => ({
        covered,
        verdict: difference.verdict,
        moved: difference.absolute !== null && difference.absolute !== 0,
        maybeChance: difference.absolute === 0 ? null : difference.intervalsOverlap,
        text:
          difference.absolute === null && !difference.tooFew
            ? null
            : describeDifference(tile, difference, {
                isShare: unit === 'share',
                language,
                earlierDates: formatDates(period.firstDate, period.lastDate, language),
              }),
      }),
      ofCare: (answer: CareAnswer, earlier: ResolvedPeriod | null, covered: boolean): Change | null => {
        if (earlier === null || answer.earlier === null) return null
        const { difference } = answer.earlier
        const absolute = difference?.absolute ?? null
        const dates = formatDates(earlier.firstDate, earlier.lastDate, language)
        const text = () => {
          if (difference?.tooFew === true) return tile('difference.tooFew', { dates })
          if (absolute === null) return null
          if (absolute === 0) return care('unchanged', { dates })
          const amount = formatDuration(Math.abs(absolute), language)
          return care(absolute > 0 ? 'longer' : 'shorter', { amount, dates })
        }
        return {
          covered,
          verdict: difference?.verdict ?? 'unclear',
          text: text(),
          moved: absolute !== null && absolute !== 0,
          maybeChance: absolute === 0 ? null : (difference?.intervalsOverlap ?? null),
        }
      },
    },
  }
}

/** Both areas' values; where both know a dimension, each value once. */
function mergeChoices(
  left: FilterChoices | undefined,
  right: FilterChoices | undefined,
): FilterChoices | undefined {
  if (left === undefined || right === undefined) return undefined
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])] as FilterDimensionKey[]
  return Object.fromEntries(
    keys.map((key) => {
      const both = [...(left[key] ?? []), ...(right[key] ?? [])]
      return [key, [...new Map(both.map((choice) => [choice.value, choice])).values()]]
    }),
  )
}
