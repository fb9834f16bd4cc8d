import { weightedRateOf } from '../../statistics/weighted-rate.ts'
import type { Counted } from '../figure-of.ts'
import type { Figure } from '../metric-answer.ts'

/**
 * What stands beside a share of judged alerts: how many of all alerts were judged, and the share if every unreachable customer
 * had been wrong to leave alone, or none. Nothing for shares of other things.
 */
export function judgedFigure({ value, n, judged }: Counted): Pick<Figure, 'reviewed' | 'band'> {
  if (judged === undefined || n === null) return {}
  return { reviewed: { numerator: n, n: judged.all }, ...bandOf(value, n, judged.unreachable) }
}

/** The same by amount, in one currency; amounts of several currencies have no share. */
export function weighedFigure({ value, n, currency, weights, judged }: Counted): Figure {
  const count = n ?? 0
  if (currency === null || currency === undefined || weights === undefined) return { value: null, n: count }
  const { whole, squared } = weights
  const rate = weightedRateOf({ n: count, weight: whole, squaredWeight: squared, hitWeight: value })
  return {
    value: rate.value,
    n: count,
    ...(rate.low !== null && rate.high !== null && { low: rate.low, high: rate.high }),
    currency,
    ...(judged !== undefined && {
      reviewed: { numerator: whole, n: judged.all },
      ...bandOf(value, whole, judged.unreachable),
    }),
  }
}

function bandOf(bad: number, judged: number, unreachable: number): Pick<Figure, 'band'> {
  const all = judged + unreachable
  return all === 0 ? {} : { band: { low: bad / all, high: (bad + unreachable) / all } }
}
