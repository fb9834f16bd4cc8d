import { type CompiledRuleSet, thresholdFor } from './compile-rule-set.ts'
import type { MissingReason } from './missing-reason.ts'
import type { Reading } from './reading.ts'
import type { Rule, Severity } from './rule.ts'
import type { Screening } from './screen.ts'
import type { Signal } from './signal.ts'
import type { SignalKey, SignalLevel } from './signal-key.ts'
import { slotsOfLevel } from './signal-slots.ts'
import { signals } from './signals.ts'
import type { Transaction, TransactionLine } from './transaction.ts'

/** One rule looked at for one transaction or line, fired or not. */
export interface RuleEvaluation {
  readonly rule: string
  readonly signal: SignalKey
  readonly level: SignalLevel
  readonly lineNo: number | null
  readonly severity: Severity
  readonly enabled: boolean
  readonly value: number | null
  /** Why there is no value, or that this rule wants more history. */
  readonly reason: MissingReason | null
  /** `null` where the rule does not fire for this segment, currency and channel. */
  readonly threshold: number | null
  readonly fired: boolean
  /** Below the rule's minimum amount for this currency. */
  readonly belowMinimumAmount: boolean
  /** How far the value is from firing, in the signal's unit: 0 or below where it reaches the threshold; null without value or threshold. */
  readonly distanceToFiring: number | null
}

/** Every rule of the set with its value, threshold and distance to firing, rule by rule, its lines in order: what the test call and an alert's page show. */
export function listEvaluations(
  screening: Screening,
  transaction: Transaction,
  ruleSet: CompiledRuleSet,
): RuleEvaluation[] {
  return ruleSet.rules.flatMap((rule) => {
    const slot = slotsOfLevel(rule.level).indexOf(rule.signal)
    if (rule.level === 'transaction') return [evaluate(rule, screening.readings[slot]!, transaction, null)]
    return transaction.lines.map((line, i) =>
      evaluate(rule, screening.lineReadings[i]![slot]!, transaction, line),
    )
  })
}

function evaluate(
  rule: Rule,
  reading: Reading,
  transaction: Transaction,
  line: TransactionLine | null,
): RuleEvaluation {
  const threshold = thresholdFor(
    rule,
    transaction.segment ?? undefined,
    transaction.currency,
    transaction.channel,
  )
  const minimum = rule.minimumAmountMinor?.[transaction.currency] ?? 0
  const belowMinimumAmount = (line?.amountMinor ?? transaction.amountMinor) < minimum
  const reason = reasonFor(rule, reading)
  const distanceToFiring =
    reading.value === null || threshold === null
      ? null
      : (signals[rule.signal] as Signal).fires === 'atOrAbove'
        ? threshold - reading.value
        : reading.value - threshold
  return {
    rule: rule.key,
    signal: rule.signal,
    level: rule.level,
    lineNo: line?.lineNo ?? null,
    severity: rule.severity,
    enabled: rule.enabled,
    value: reading.value,
    reason,
    threshold,
    fired:
      rule.enabled &&
      reason === null &&
      !belowMinimumAmount &&
      distanceToFiring !== null &&
      distanceToFiring <= 0,
    belowMinimumAmount,
    distanceToFiring,
  }
}

function reasonFor(rule: Rule, reading: Reading): MissingReason | null {
  if (reading.value === null) return reading.reason
  const need = rule.minimumHistory ?? 0
  if (reading.history === null || reading.history >= need) return null
  return { code: 'tooLittleHistory', have: reading.history, need }
}
