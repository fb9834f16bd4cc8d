import {
  compareCounts,
  compareDurations,
  compareEstimates,
  compareRates,
  type Difference,
  type Estimate,
  type Observed,
} from '../statistics/compare.ts'
import type { Figure } from './metric-answer.ts'
import type { Metric } from './metric.ts'

/**
 * A figure against the one of the comparison. Sums of money and means have no interval here, so they are neither better nor
 * worse; sums of two currencies are not compared.
 */
export function compareFigures(
  metric: Pick<Metric, 'unit' | 'direction'>,
  current: Figure,
  earlier: Figure,
): Difference {
  const { unit, direction } = metric
  switch (unit) {
    case 'share':
      return compareRates(observedOf(current), observedOf(earlier), direction)
    case 'duration':
      return compareDurations(observedOf(current), observedOf(earlier), direction)
    case 'money':
    case 'average': {
      const alike =
        current.currency === undefined ||
        earlier.currency === undefined ||
        current.currency === earlier.currency
      return compareEstimates(estimateOf(current), alike ? estimateOf(earlier) : unknown, direction)
    }
    default:
      return compareCounts(current.value ?? 0, earlier.value ?? 0, direction)
  }
}

const unknown: Estimate = { value: null, low: null, high: null }

function observedOf(figure: Figure): Observed {
  return { ...estimateOf(figure), n: figure.n }
}

function estimateOf({ value, low, high }: Figure): Estimate {
  return { value, low: low ?? null, high: high ?? null }
}
