import { shortKey, shortKeyOfPair } from './short-key.ts'
import { indexForTime, insertColumn, removeByKey } from './timed-columns.ts'
import type { Transaction } from './transaction.ts'

/** Payments of the last two days, in parallel columns. */
export interface RecentPayments {
  t: number[]
  k: number[]
  /** Short key of whom it was paid to, together with the currency. */
  to: number[]
  amounts: number[]
}

/** A receipt of the last two days. */
export interface RecentBasket {
  t: number
  k: number
  /** Short keys of the items, a place for each line. */
  items: number[]
  quantities: number[]
}

/** How far back a repetition can be seen. */
export const recentHours = 24
/** Kept a day longer, so that a transaction that arrives up to a day late still finds its own last day. */
const keptMs = 2 * recentHours * 3_600_000
const paymentLimit = 32
const basketLimit = 16
const linesOfAllBaskets = 256

/**
 * Whom a transaction pays, together with its currency, or null when nobody says. In a shop's own receipts (till, basket)
 * without a merchant the shop itself is paid.
 */
export function counterpartyKey(transaction: Transaction): number | null {
  const ref = transaction.payee?.ref ?? transaction.merchant?.ref
  if (ref !== undefined) return shortKeyOfPair(transaction.currency, ref)
  return transaction.channel === 'pos' || transaction.channel === 'online'
    ? shortKey(transaction.currency)
    : null
}

export function rememberRecentPayment(recent: RecentPayments, key: number, transaction: Transaction): void {
  const to = counterpartyKey(transaction)
  if (to === null) return
  const index = indexForTime(recent.t, transaction.occurredAt)
  insertColumn(recent.t, index, transaction.occurredAt, paymentLimit)
  insertColumn(recent.k, index, key, paymentLimit)
  insertColumn(recent.to, index, to, paymentLimit)
  insertColumn(recent.amounts, index, transaction.amountMinor, paymentLimit)
  const oldest = recent.t[recent.t.length - 1]! - keptMs
  while (recent.t[0]! < oldest) {
    recent.t.shift()
    recent.k.shift()
    recent.to.shift()
    recent.amounts.shift()
  }
}

export function forgetRecentPayment(recent: RecentPayments, key: number): void {
  removeByKey(recent.k, key, [recent.t, recent.to, recent.amounts])
}

export function rememberBasket(baskets: RecentBasket[], key: number, transaction: Transaction): void {
  if (transaction.lines.length === 0) return
  const lines = transaction.lines.slice(0, linesOfAllBaskets)
  const basket: RecentBasket = {
    t: transaction.occurredAt,
    k: key,
    items: lines.map((line) => shortKey(line.sku)),
    quantities: lines.map((line) => line.quantity),
  }
  let index = baskets.length
  while (index > 0 && baskets[index - 1]!.t > basket.t) index--
  baskets.splice(index, 0, basket)
  const oldest = baskets[baskets.length - 1]!.t - keptMs
  let lineCount = 0
  for (const one of baskets) lineCount += one.items.length
  while (baskets[0]!.t < oldest || baskets.length > basketLimit || lineCount > linesOfAllBaskets) {
    lineCount -= baskets.shift()!.items.length
  }
}

export function forgetBasket(baskets: RecentBasket[], key: number): void {
  for (let i = baskets.length - 1; i >= 0; i--) {
    if (baskets[i]!.k === key) baskets.splice(i, 1)
  }
}
