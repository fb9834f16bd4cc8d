import { type CompiledRuleSet } from './compile-rule-set.ts'
import { type ItemUsage } from './item-usage.ts'
import { type CustomerProfile } from './profile.ts'
import { type Severity } from './rule.ts'
import { type ScreeningContext } from './screening-context.ts'
import { type Reading } from './reading.ts'
import { type SignalKey, type SignalLevel } from './signal-key.ts'
import { type Transaction } from './transaction.ts'

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
  /** Most serious first. */
  readonly hits: readonly Hit[]
  /** Rules that fired but do not ask, and why. */
  readonly heldBack: readonly HeldBackHit[]
}

export interface Hit {
  readonly rule: string
  readonly signal: SignalKey
  readonly level: SignalLevel
  /** `null` for a hit on the whole transaction. */
  readonly lineNo: number | null
  readonly value: number
  readonly threshold: number
  readonly severity: Severity
  /** What the explanation is made of. */
  readonly facts: unknown
}

export interface HeldBackHit {
  readonly hit: Hit
  readonly reason: 'snoozed' | 'questionBudget'
}

export declare function screen(input: ScreenInput): Screening
