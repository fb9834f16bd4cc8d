import { type SeededRandom } from '../../../domain/statistics/seeded-random.ts'
import { type Entry } from './ledger.ts'

const rules = ['extra-zero', 'far-above-usual', 'paid-twice', 'far-away'] as const

/** Transactions at random instants of `[from, to)`, one in three with an alert, some of each thing that does not count. */
export function randomEntries(
  random: SeededRandom,
  count: number,
  range: { readonly from: number; readonly to: number },
): Entry[] {
  return Array.from({ length: count }, (_, index): Entry => {
    const id = `t${index}-${random.int(0, 1_000_000_000)}`
    const known = random.chance(0.9)
    const at = random.int(range.from, range.to - 1)
    return {
      id,
      at,
      customer: known ? `c${random.int(1, 12)}` : `~${id}`,
      customerKnown: known,
      segment: random.pick([null, 'private', 'business', 'a,b & c']),
      channel: random.pick(['card', 'transfer', 'online']),
      currency: random.pick(['PLN', 'EUR']),
      amountMinor: random.int(1, 100_000),
      kind: random.chance(0.1) ? 'cancellation' : 'purchase',
      superseded: random.chance(0.1),
      ...(random.chance(0.4) && {
        alert: {
          rules: random.shuffle(rules).slice(0, random.int(1, 3)),
          status: random.chance(0.1) ? 'withdrawn' : 'open',
          severity: random.pick(['low', 'medium', 'high']),
          outcome: random.pick([null, 'intended', 'mistake']),
          // A late transaction is asked about when it comes in.
          raisedAt: random.chance(0.2) ? Math.min(range.to - 1, at + random.int(0, 40_000_000)) : at,
        },
      }),
    }
  })
}
