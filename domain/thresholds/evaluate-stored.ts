import { type CompiledLevel, type CompiledRuleSet, findHits, placeOf } from '../screening/compile-rule-set.ts'
import type { Severity } from '../screening/rule.ts'
import { fillSlots } from '../screening/signal-vector.ts'
import { lineSlots, transactionSlots } from '../screening/signal-slots.ts'
import type { Transaction } from '../screening/transaction.ts'

/** A row of readings as it is stored. */
interface StoredRow {
  readonly values: readonly (number | null)[]
  readonly histories: readonly (number | null)[]
}

/** A transaction as history keeps it: where it stands, what it was about, and its readings from then. */
export interface StoredTransaction extends Pick<Transaction, 'segment' | 'currency' | 'channel'> {
  readonly amountMinor: number
  readonly signals: StoredRow
  readonly lines: readonly (StoredRow & { readonly lineNo: number; readonly amountMinor: number })[]
}

/** A rule that fires on stored readings. */
export interface StoredHit {
  readonly rule: string
  /** 0: the transaction itself. */
  readonly lineNo: number
  readonly value: number
  readonly threshold: number
  readonly severity: Severity
}

const values = new Float64Array(Math.max(transactionSlots.length, lineSlots.length))
const histories = new Float64Array(values.length)
const found = new Int32Array(128)

/**
 * The rules of a version that fire on a stored transaction, as `screen` finds them: the same comparison on the readings from then, so nothing
 * is looked up and nothing looks ahead. Readings are taken as they are; after a change of the merchants' criteria the merchant's reading
 * belongs to the version that made it. Sorted by line and rule.
 */
export function evaluateStored(ruleSet: CompiledRuleSet, stored: StoredTransaction): StoredHit[] {
  const place = placeOf(ruleSet, stored)
  const hits: StoredHit[] = []
  const collect = (
    level: CompiledLevel,
    row: StoredRow,
    slots: number,
    amountMinor: number,
    lineNo: number,
  ) => {
    const count = fire(level, place, row, slots, amountMinor)
    for (let i = 0; i < count; i++) {
      const r = found[i]!
      const rule = level.rules[r]!
      hits.push({
        ...{ rule: rule.key, lineNo, severity: rule.severity },
        value: values[level.slots[r]!]!,
        threshold: level.thresholds[place.place * level.rules.length + r]! * level.signs[r]!,
      })
    }
  }
  collect(ruleSet.transaction, stored.signals, transactionSlots.length, stored.amountMinor, 0)
  for (const line of stored.lines)
    collect(ruleSet.line, line, lineSlots.length, line.amountMinor, line.lineNo)
  return hits.sort((one, other) => one.lineNo - other.lineNo || compare(one.rule, other.rule))
}

function fire(
  level: CompiledLevel,
  place: ReturnType<typeof placeOf>,
  row: StoredRow,
  slots: number,
  amountMinor: number,
): number {
  fillSlots(row, values.subarray(0, slots), histories.subarray(0, slots))
  return findHits(level, place, values, histories, amountMinor, found)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
