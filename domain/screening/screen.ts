import {
  type CompiledLevel,
  type CompiledRuleSet,
  findHits,
  placeOf,
  type RulePlace,
} from './compile-rule-set.ts'
import { type HeldBackHit, holdBack } from './hold-back.ts'
import { type Hit, sortBySeriousness } from './hit.ts'
import type { ItemUsage } from './item-usage.ts'
import type { CustomerProfile } from './profile.ts'
import type { Reading } from './reading.ts'
import type { ScreeningContext } from './screening-context.ts'
import { shortKey } from './short-key.ts'
import type { Signal, SignalInput } from './signal.ts'
import { lineSignals, transactionSignals } from './signal-slots.ts'
import type { Transaction, TransactionLine } from './transaction.ts'
import { UsualLookup } from './usual-lookup.ts'

export interface ScreenInput {
  readonly transaction: Transaction
  /** `null` for a customer without history or a transaction without a customer. */
  readonly profile: CustomerProfile | null
  readonly itemUsage: (sku: string) => ItemUsage | undefined
  readonly ruleSet: CompiledRuleSet
  readonly context: ScreeningContext
  /** Epoch milliseconds: when the question would be asked; snoozes and the question budget are measured against it. */
  readonly now: number
}

/** The answer of the one evaluator. */
export interface Screening {
  readonly decision: 'proceed' | 'ask'
  /** In the order of `transactionSlots`. */
  readonly readings: readonly Reading[]
  /** A row per line, in the order of `lineSlots`. */
  readonly lineReadings: readonly (readonly Reading[])[]
  /** The rules that ask, most serious first. */
  readonly hits: readonly Hit[]
  /** Rules that fired but do not ask, and why. */
  readonly heldBack: readonly HeldBackHit[]
}

const noHits: readonly Hit[] = []
const noneHeldBack: readonly HeldBackHit[] = []
const noLines: (readonly Reading[])[] = []
const values = new Float64Array(Math.max(transactionSignals.length, lineSignals.length))
const histories = new Float64Array(values.length)
const found = new Int32Array(128)

/**
 * The one evaluator: live, in batches, in imports, in tests and in shadow. Uses only what happened up to the transaction's own
 * time, leaves the evaluated transaction itself out, changes nothing. The same input gives the same answer.
 */
export function screen(input: ScreenInput): Screening {
  const { transaction, ruleSet } = input
  const ownKey = shortKey(transaction.id)
  const profile = transaction.customerRef === null ? null : input.profile
  const signalInput: SignalInput = {
    transaction,
    ownKey,
    profile,
    usual: new UsualLookup(transaction, ownKey, profile, input.itemUsage),
    criteria: ruleSet.criteria,
    context: input.context,
  }
  const place = placeOf(ruleSet, transaction)
  const fired: Hit[] = []
  const readings = readAll(transactionSignals, signalInput, null)
  collect(fired, ruleSet.transaction, place, readings, transaction.amountMinor, null)
  const lineReadings =
    transaction.lines.length === 0 ? noLines : new Array<readonly Reading[]>(transaction.lines.length)
  for (let i = 0; i < transaction.lines.length; i++) {
    const line = transaction.lines[i]!
    const ofLine = readAll(lineSignals, signalInput, line)
    collect(fired, ruleSet.line, place, ofLine, line.amountMinor, line.lineNo)
    lineReadings[i] = ofLine
  }
  if (fired.length === 0)
    return { decision: 'proceed', readings, lineReadings, hits: noHits, heldBack: noneHeldBack }
  const { hits, heldBack } = holdBack(sortBySeriousness(fired), input)
  return { decision: hits.length > 0 ? 'ask' : 'proceed', readings, lineReadings, hits, heldBack }
}

function readAll(kinds: readonly Signal[], input: SignalInput, line: TransactionLine | null): Reading[] {
  const readings = new Array<Reading>(kinds.length)
  for (let i = 0; i < kinds.length; i++) readings[i] = kinds[i]!.compute(input, line)
  return readings
}

function collect(
  fired: Hit[],
  level: CompiledLevel,
  place: RulePlace,
  readings: readonly Reading[],
  amountMinor: number,
  lineNo: number | null,
): void {
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]!
    if (reading.value === null) values[i] = NaN
    else {
      values[i] = reading.value
      histories[i] = reading.history ?? Infinity
    }
  }
  const count = findHits(level, place, values, histories, amountMinor, found)
  for (let i = 0; i < count; i++) {
    const r = found[i]!
    const rule = level.rules[r]!
    const reading = readings[level.slots[r]!]!
    if (reading.value === null) continue
    fired.push({
      rule: rule.key,
      signal: rule.signal,
      level: rule.level,
      lineNo,
      value: reading.value,
      threshold: level.thresholds[place.place * level.rules.length + r]! * level.signs[r]!,
      severity: rule.severity,
      facts: reading.facts,
    })
  }
}
