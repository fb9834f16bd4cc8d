import { type CompiledRuleSet } from './compile-rule-set.ts'
import { type MissingReason } from './missing-reason.ts'
import { type SignalKey, type SignalLevel } from './signal-key.ts'
import { type Screening } from './screen.ts'
import { type Severity } from './rule.ts'
import { type Transaction } from './transaction.ts'

/** One rule looked at for one transaction or line, fired or not. */
export interface RuleEvaluation {
  readonly rule: string
  readonly signal: SignalKey
  readonly level: SignalLevel
  readonly lineNo: number | null
  readonly severity: Severity
  readonly enabled: boolean
  readonly value: number | null
  /** Why there is no value, or not enough history for this rule. */
  readonly reason: MissingReason | null
  /** `null` where the rule does not apply to this segment, currency and channel. */
  readonly threshold: number | null
  readonly fired: boolean
  /** Below the rule's minimum amount for this currency. */
  readonly belowMinimumAmount: boolean
  /** How far the value is from firing, in the signal's unit: 0 or below when it reaches the threshold. */
  readonly distanceToFiring: number | null
}

/** Every rule of the set with its value, threshold and distance to firing: what the test endpoint and the alert page show. */
export declare function listEvaluations(
  screening: Screening,
  transaction: Transaction,
  ruleSet: CompiledRuleSet,
): RuleEvaluation[]
