import { findItem } from './item-history.ts'
import { shortKey } from './short-key.ts'
import { type SignalInput } from './signal.ts'
import { type TransactionLine } from './transaction.ts'
import { sortedBefore, type Usual, usualBefore } from './usual.ts'

const none: Usual = { count: 0, median: NaN }

export interface UsualQuantity extends Usual {
  readonly whose: 'customer' | 'everybody'
}

/** The customer's own usual quantity of an item where it rests on `enough` purchases, else everybody's. */
export function usualQuantity(input: SignalInput, line: TransactionLine, enough: number): UsualQuantity {
  const { profile, transaction, ownKey } = input
  if (profile !== null) {
    const own = findItem(profile.items, shortKey(line.sku))
    if (own !== undefined && own.t.length >= enough) {
      const { count, median } = usualBefore(own, own.quantities, transaction.occurredAt, ownKey)
      if (count >= enough) return { count, median, whose: 'customer' }
    }
  }
  const usage = input.itemUsage(line.sku)
  const { count, median } =
    usage === undefined ? none : usualBefore(usage, usage.quantities, transaction.occurredAt, ownKey)
  return { count, median, whose: 'everybody' }
}

/** The quantities behind `usualQuantity`, ascending. */
export function quantitiesBefore(
  input: SignalInput,
  line: TransactionLine,
  whose: 'customer' | 'everybody',
): number[] {
  const { profile, transaction, ownKey } = input
  const history =
    whose === 'customer' && profile !== null
      ? findItem(profile.items, shortKey(line.sku))
      : input.itemUsage(line.sku)
  return history === undefined
    ? []
    : sortedBefore(history, history.quantities, transaction.occurredAt, ownKey)
}
