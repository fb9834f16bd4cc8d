import { type SignalKey, type SignalLevel } from '../../../domain/screening/signal-key.ts'
import { type Channel } from '../../../domain/screening/transaction.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { kindOf, readingKinds } from '../../../domain/what-if/reading-kinds.ts'
import { stepsOf } from '../../../domain/what-if/scale-steps.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { listDays, readDistributions } from '../../what-if/what-if.ts'

/** Which part of the transactions; null: all. */
export interface DistributionFilter {
  readonly segment: string | null
  readonly currency: string | null
  readonly channel: Channel | null
}

/** How one signal's readings are spread at one level. */
export interface SignalDistribution {
  readonly level: SignalLevel
  readonly signal: SignalKey
  /** The weakest value of each step; descending where the signal fires at or below. */
  readonly bounds: readonly number[]
  /** Readings in each step. */
  readonly counts: readonly number[]
  /** The first step on which a threshold may stand. */
  readonly floorStep: number
}

/** Every purchase has an amount: its readings count purchases. */
const everyPurchase = kindOf('transaction', 'amount')

/**
 * How every signal was spread over the UTC days that the window touches, and which segments, currencies (the most used first) and
 * channels occurred.
 */
export async function getDistributions(window: Interval, filter: DistributionFilter) {
  const days = await inSnapshot(async (client) => readDistributions(client, await listDays(client, window)))
  const kinds = readingKinds.map(({ level, signal }): SignalDistribution & { readonly counts: number[] } => {
    const { bounds, floorStep } = stepsOf(signal)
    return { level, signal, bounds: [...bounds], counts: new Array<number>(bounds.length).fill(0), floorStep }
  })
  const segments = new Set<string>()
  const currencies = new Map<string, number>()
  const channels = new Set<string>()
  for (const { places, distribution } of days) {
    places.forEach((place, p) => {
      if (place.segment !== null) segments.add(place.segment)
      const amounts = (everyPurchase * places.length + p) * 256
      const purchases = distribution.subarray(amounts, amounts + 256).reduce((sum, count) => sum + count, 0)
      currencies.set(place.currency, (currencies.get(place.currency) ?? 0) + purchases)
      channels.add(place.channel)
      if (filter.segment !== null && place.segment !== filter.segment) return
      if (filter.currency !== null && place.currency !== filter.currency) return
      if (filter.channel !== null && place.channel !== filter.channel) return
      kinds.forEach(({ counts }, k) => {
        const first = (k * places.length + p) * 256
        for (let step = 0; step < counts.length; step++) counts[step]! += distribution[first + step] ?? 0
      })
    })
  }
  return {
    kinds: kinds as readonly SignalDistribution[],
    segments: [...segments].sort(),
    currencies: [...currencies.keys()].sort(
      (one, other) => currencies.get(other)! - currencies.get(one)! || (one < other ? -1 : 1),
    ),
    channels: [...channels].sort(),
  }
}
