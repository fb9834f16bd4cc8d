import { shortName } from './short-key.ts'
import { sizePosition } from './size-systems.ts'
import { dropEmpty, dropLeastRecent, indexForTime, insertColumn, removeByKey } from './timed-columns.ts'
import type { Transaction } from './transaction.ts'

/** One customer's last sizes in one category, counted in one size system. */
export interface SizeHistory {
  category: string
  /** Key of the size system in which `positions` count steps. */
  system: string
  t: number[]
  k: number[]
  positions: number[]
  labels: string[]
}

const sizeLimit = 24
const categoryLimit = 16
const labelLimit = 12

export function findSizes(
  sizes: readonly SizeHistory[],
  category: string,
  system: string,
): SizeHistory | undefined {
  const name = shortName(category)
  return sizes.find((history) => history.category === name && history.system === system)
}

export function rememberSizes(sizes: SizeHistory[], key: number, transaction: Transaction): void {
  for (const line of transaction.lines) {
    if (line.size === null || line.category === null) continue
    const read = sizePosition(line.category, line.size)
    if (read === null) continue
    let history = findSizes(sizes, line.category, read.system)
    if (history === undefined) {
      history = {
        category: shortName(line.category),
        system: read.system,
        t: [],
        k: [],
        positions: [],
        labels: [],
      }
      sizes.push(history)
    }
    const index = indexForTime(history.t, transaction.occurredAt)
    insertColumn(history.t, index, transaction.occurredAt, sizeLimit)
    insertColumn(history.k, index, key, sizeLimit)
    insertColumn(history.positions, index, read.position, sizeLimit)
    insertColumn(history.labels, index, line.size.trim().slice(0, labelLimit), sizeLimit)
    dropLeastRecent(sizes, categoryLimit)
  }
}

export function forgetSizes(sizes: SizeHistory[], key: number): void {
  for (const history of sizes) {
    removeByKey(history.k, key, [history.t, history.positions, history.labels])
  }
  dropEmpty(sizes)
}
