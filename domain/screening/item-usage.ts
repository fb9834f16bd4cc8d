import { shortKey } from './short-key.ts'
import { insertColumn, indexForTime } from './timed-columns.ts'

/**
 * Everybody's last quantities of one item, in event-time order, oldest first: the "usual" for customers without a
 * history of their own and for lines without a customer. Plain JSON, at most 64 entries (below 2.5 kB).
 */
export interface ItemUsage {
  v: 1
  /** Epoch milliseconds. */
  t: number[]
  /** Short keys of the transactions. */
  k: number[]
  quantities: number[]
}

const limit = 64

export function emptyItemUsage(): ItemUsage {
  return { v: 1, t: [], k: [], quantities: [] }
}

/** Adds one line's quantity at its event time; a full history drops its oldest entry. Mutates. */
export function rememberItem(
  usage: ItemUsage,
  entry: { readonly transactionId: string; readonly occurredAt: number; readonly quantity: number },
): void {
  const index = indexForTime(usage.t, entry.occurredAt)
  insertColumn(usage.t, index, entry.occurredAt, limit)
  insertColumn(usage.k, index, shortKey(entry.transactionId), limit)
  insertColumn(usage.quantities, index, entry.quantity, limit)
}

/** Takes back what a superseded or cancelled transaction contributed, as far as it is still remembered. Mutates. */
export function forgetItem(usage: ItemUsage, transactionId: string): void {
  const key = shortKey(transactionId)
  for (let i = usage.k.length - 1; i >= 0; i--) {
    if (usage.k[i] !== key) continue
    usage.t.splice(i, 1)
    usage.k.splice(i, 1)
    usage.quantities.splice(i, 1)
  }
}

/** What two writers know of one item, together: entries of a transaction that one of them lacks are added to the other's. */
export function mergeItemUsage(ours: ItemUsage, theirs: ItemUsage): ItemUsage {
  const merged: ItemUsage = { v: 1, t: [...theirs.t], k: [...theirs.k], quantities: [...theirs.quantities] }
  const known = new Set(theirs.t.map((at, i) => `${at} ${theirs.k[i]}`))
  for (let i = 0; i < ours.t.length; i++) {
    if (known.has(`${ours.t[i]} ${ours.k[i]}`)) continue
    const index = indexForTime(merged.t, ours.t[i]!)
    insertColumn(merged.t, index, ours.t[i]!, limit)
    insertColumn(merged.k, index, ours.k[i]!, limit)
    insertColumn(merged.quantities, index, ours.quantities[i]!, limit)
  }
  return merged
}
