import { shortKey } from './short-key.ts'
import { dropEmpty, dropLeastRecent, indexForTime, insertColumn, removeByKey } from './timed-columns.ts'
import type { Transaction } from './transaction.ts'

/** One customer's last quantities of one item. */
export interface ItemHistory {
  /** Short key of the sku. */
  item: number
  t: number[]
  k: number[]
  quantities: number[]
}

const quantityLimit = 12
const itemLimit = 64

export function findItem(items: readonly ItemHistory[], item: number): ItemHistory | undefined {
  for (let i = items.length - 1; i >= 0; i--) {
    if (items[i]!.item === item) return items[i]
  }
  return undefined
}

export function rememberItems(items: ItemHistory[], key: number, transaction: Transaction): void {
  const at = transaction.occurredAt
  for (const line of transaction.lines) {
    const item = shortKey(line.sku)
    let history = findItem(items, item)
    if (history === undefined) {
      history = { item, t: [], k: [], quantities: [] }
      items.push(history)
    }
    const index = indexForTime(history.t, at)
    insertColumn(history.t, index, at, quantityLimit)
    insertColumn(history.k, index, key, quantityLimit)
    insertColumn(history.quantities, index, line.quantity, quantityLimit)
    dropLeastRecent(items, itemLimit)
  }
}

export function forgetItems(items: ItemHistory[], key: number): void {
  for (const history of items) removeByKey(history.k, key, [history.t, history.quantities])
  dropEmpty(items)
}
