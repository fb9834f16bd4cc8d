import { shortName } from './short-key.ts'
import { dropEmpty, dropLeastRecent, indexForTime, insertColumn, removeByKey } from './timed-columns.ts'
import type { Transaction } from './transaction.ts'

/** One customer's last purchases in one product group and the attributes that each of them had. */
export interface HabitHistory {
  group: string
  /** Attribute `i` stands for bit `i` of `bits`. */
  attributes: string[]
  t: number[]
  k: number[]
  bits: number[]
}

const purchaseLimit = 32
const groupLimit = 16
/** Below 31, so that a set of attributes stays a small integer. */
const attributeLimit = 24

export function findHabit(habits: readonly HabitHistory[], group: string): HabitHistory | undefined {
  const name = shortName(group)
  return habits.find((history) => history.group === name)
}

export function rememberHabits(habits: HabitHistory[], key: number, transaction: Transaction): void {
  for (const line of transaction.lines) {
    if (line.group === null) continue
    let history = findHabit(habits, line.group)
    if (history === undefined) {
      history = { group: shortName(line.group), attributes: [], t: [], k: [], bits: [] }
      habits.push(history)
    }
    let bits = 0
    for (const attribute of line.attributes) {
      const bit = bitOf(history, shortName(attribute))
      if (bit !== null) bits |= 1 << bit
    }
    const index = indexForTime(history.t, transaction.occurredAt)
    insertColumn(history.t, index, transaction.occurredAt, purchaseLimit)
    insertColumn(history.k, index, key, purchaseLimit)
    insertColumn(history.bits, index, bits, purchaseLimit)
    dropLeastRecent(habits, groupLimit)
  }
}

/** The place of an attribute; a full list gives the place of one that no remembered purchase has, else the newcomer is not counted. */
function bitOf(history: HabitHistory, attribute: string): number | null {
  const known = history.attributes.indexOf(attribute)
  if (known >= 0) return known
  if (history.attributes.length < attributeLimit) return history.attributes.push(attribute) - 1
  const used = history.bits.reduce((all, bits) => all | bits, 0)
  for (let i = 0; i < attributeLimit; i++) {
    if ((used & (1 << i)) !== 0) continue
    history.attributes[i] = attribute
    return i
  }
  return null
}

export function forgetHabits(habits: HabitHistory[], key: number): void {
  for (const history of habits) {
    const before = history.bits.length
    removeByKey(history.k, key, [history.t, history.bits])
    if (history.bits.length === before) continue
    const used = history.bits.reduce((all, bits) => all | bits, 0)
    while (history.attributes.length > 0 && (used & (1 << (history.attributes.length - 1))) === 0) {
      history.attributes.pop()
    }
  }
  dropEmpty(habits)
}
