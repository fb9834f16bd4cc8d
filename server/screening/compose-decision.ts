import { alertReference } from '../../domain/alerts/alert-reference.ts'
import { type CompiledRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { composeQuestion } from '../../domain/screening/compose-question.ts'
import { explainHit } from '../../domain/screening/explain-hit.ts'
import { type Hit } from '../../domain/screening/hit.ts'
import { type SignalKey } from '../../domain/screening/signal-key.ts'
import { lineSlots, transactionSlots } from '../../domain/screening/signal-slots.ts'
import { type SignalVector } from '../../domain/screening/signal-vector.ts'
import { type Transaction } from '../../domain/screening/transaction.ts'
import { type Decision, type DecisionHit, type SignalValues } from './decision.ts'

export interface Screened {
  readonly transaction: Transaction
  readonly status: Decision['status']
  readonly alertId: string | null
  /** Most serious first. */
  readonly hits: readonly Hit[]
  readonly vector: SignalVector
  readonly ruleSet: CompiledRuleSet
  readonly timeZone: string
}

/** The answer, made of nothing but what is stored and the sender's own body: so the second one reads like the first. */
export function composeDecision(screened: Screened): Decision {
  const { transaction, status, alertId, hits, vector, ruleSet, timeZone } = screened
  return {
    transactionId: transaction.id,
    status,
    decision: hits.length > 0 ? 'ask' : 'proceed',
    alert:
      alertId === null || hits.length === 0
        ? null
        : {
            id: alertId,
            reference: alertReference(alertId),
            question: composeQuestion(hits, transaction, { ruleSet, timeZone }),
            hits: hits.map((hit) => describeHit(hit, transaction, timeZone)),
          },
    signals: {
      transaction: namedValues(transactionSlots, vector.values),
      lines: vector.lines.map((line) => ({ line: line.lineNo, ...namedValues(lineSlots, line.values) })),
    },
    ruleSetVersion: ruleSet.version,
  }
}

export function describeHit(hit: Hit, transaction: Transaction, timeZone: string): DecisionHit {
  return {
    rule: hit.rule,
    signal: hit.signal,
    line: hit.lineNo,
    value: hit.value,
    threshold: hit.threshold,
    severity: hit.severity,
    explanation: {
      en: explainHit(hit, transaction, 'en', { timeZone }),
      pl: explainHit(hit, transaction, 'pl', { timeZone }),
      ru: explainHit(hit, transaction, 'ru', { timeZone }),
    },
  }
}

function namedValues(slots: readonly SignalKey[], values: readonly (number | null)[]): SignalValues {
  const named: Partial<Record<SignalKey, number | null>> = {}
  for (let i = 0; i < slots.length; i++) named[slots[i]!] = values[i] ?? null
  return named
}
