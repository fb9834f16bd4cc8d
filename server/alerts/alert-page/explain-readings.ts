import { type Language } from '../../../domain/language/language.ts'
import { type CompiledRuleSet } from '../../../domain/screening/compile-rule-set.ts'
import { listEvaluations, type RuleEvaluation } from '../../../domain/screening/list-evaluations.ts'
import { describeMissingReason } from '../../../domain/screening/missing-reason.ts'
import { plainContext } from '../../../domain/screening/screening-context.ts'
import { type Signal, type SignalUnit } from '../../../domain/screening/signal.ts'
import { signals } from '../../../domain/screening/signals.ts'
import { storedReadings } from '../../../domain/screening/stored-readings.ts'
import { type RevisionRecord } from './read-revisions.ts'

/** A rule as it was looked at, in the reader's language. */
export interface ExplainedEvaluation extends Omit<RuleEvaluation, 'reason'> {
  readonly ruleName: string
  readonly signalName: string
  readonly unit: SignalUnit
  /** Why there is no value, in words; null where there is one. */
  readonly missing: string | null
}

/** Every rule of the version that decided, with the value that was stored then, rule by rule, its lines in order. */
export function explainReadings(
  revision: RevisionRecord,
  ruleSet: CompiledRuleSet,
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
): ExplainedEvaluation[] {
  const { transaction } = revision
  const about = { transaction, ruleSet, context: { ...plainContext, timeZone } }
  const lineReadings = revision.lines.map(({ lineNo, signals: stored }) => {
    const line = transaction.lines.find((one) => one.lineNo === lineNo) ?? null
    return storedReadings(stored, { ...about, line })
  })
  const screening = {
    decision: revision.decision === 'ask' ? ('ask' as const) : ('proceed' as const),
    readings: storedReadings(revision.signals, { ...about, line: null }),
    lineReadings,
    hits: [],
    heldBack: [],
  }
  const names = new Map(ruleSet.rules.map((rule) => [rule.key, rule.name[language]]))
  return listEvaluations(screening, transaction, ruleSet).map(({ reason, ...evaluation }) => {
    const signal: Signal = signals[evaluation.signal]
    return {
      ...evaluation,
      ruleName: names.get(evaluation.rule) ?? evaluation.rule,
      signalName: signal.label[language],
      unit: signal.unit,
      missing: reason === null ? null : describeMissingReason(reason, language),
    }
  })
}
