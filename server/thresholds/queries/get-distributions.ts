import { type SignalKey, type SignalLevel } from '../../../domain/screening/signal-key.ts'
import { type Channel } from '../../../domain/screening/transaction.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { readingKinds } from '../../../domain/what-if/reading-kinds.ts'
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

/** How every signal was spread over the UTC days that the window touches, and which segments, currencies and channels occurred. */
export async function getDistributions(window: Interval, filter: DistributionFilter) {
  const days = await inSnapshot(async (client) => readDistributions(client, await listDays(client, window)))
  const kinds = readingKinds.map(({ level, signal }): SignalDistribution & { readonly counts: number[] } => {
    const { bounds, floorStep } = stepsOf(signal)
    return { level, signal, bounds: [...bounds], counts: new Array<number>(bounds.length).fill(0), floorStep }
  })
  const segments = new Set<string>()
  const currencies = new Set<string>()
  const channels = new Set<string>()
  for (const { places, distribution } of days) {
    places.forEach((place, p) => {
      if (place.segment !== null) segments.add(place.segment)
      currencies.add(place.currency)
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
    currencies: [...currencies].sort(),
    channels: [...channels].sort(),
  }
}
