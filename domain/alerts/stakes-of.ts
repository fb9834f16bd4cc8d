import type { Hit } from '../screening/hit.ts'
import type { Screening } from '../screening/screen.ts'
import { transactionSlots } from '../screening/signal-slots.ts'

const ratioSlot = transactionSlots.indexOf('amountRatio')

/**
 * How much is at stake, as a number without a currency: how many times the customer's usual amount, or the amount that the
 * organisation has set; the largest of what is known, at least 1.
 */
export function stakesOf({ hits, readings }: Pick<Screening, 'hits' | 'readings'>): number {
  const ratio = readings[ratioSlot]?.value ?? 1
  return Math.max(1, ratio, ...hits.map(timesThreshold))
}

function timesThreshold({ signal, value, threshold }: Hit): number {
  return signal === 'amount' && threshold > 0 ? value / threshold : 1
}
