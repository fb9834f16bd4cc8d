import { type Localized } from '../../domain/language/language.ts'
import { type ItemUsage } from '../../domain/screening/item-usage.ts'
import { listEvaluations, type RuleEvaluation } from '../../domain/screening/list-evaluations.ts'
import { describeMissingReason } from '../../domain/screening/missing-reason.ts'
import { type Transaction } from '../../domain/screening/transaction.ts'
import { getPool } from '../db/pool.ts'
import { type Decision, type DecisionRequest } from './decision.ts'
import { DecisionDraft } from './decision-draft.ts'
import { draftDecision } from './draft-decision.ts'
import { hashTransaction } from './hash-transaction.ts'
import { ProfileCache } from './profile-cache.ts'
import { readCorrections } from './read-corrections.ts'
import { readItemUsage } from './read-item-usage.ts'
import { readKnown } from './read-known.ts'
import { readStoredAnswer } from './read-stored-answer.ts'
import { noActiveRuleSet } from './rule-set-versions.ts'

export type TestedTransaction = Decision & {
  /** Every rule, line by line; `missing` says in words why there is no value. */
  readonly rules: readonly (RuleEvaluation & { readonly missing: Localized | null })[]
}

/**
 * The answer that a transaction would get, by the same steps as `decide`, and how far each rule is from firing. Nothing is stored.
 * `now`: epoch milliseconds. Throws `unavailable` when no rules are active.
 */
export async function testTransaction(transaction: Transaction, now: number): Promise<TestedTransaction> {
  const request: DecisionRequest = { transaction, bodyHash: hashTransaction(transaction), idempotency: null }
  const db = getPool()
  const known = await readKnown(db, [request], new ProfileCache())
  if (known.plan === null) throw noActiveRuleSet()
  const corrections = await readCorrections([request], known, db)
  const correction = corrections.get(transaction.id) ?? null
  const skus = [...transaction.lines.map((line) => line.sku), ...(correction?.contributed.skus ?? [])]
  const usages: Map<string, ItemUsage> = await readItemUsage(db, skus)
  const draft = new DecisionDraft(known.plan, known.terms, known.timeZone, known.profiles, usages)
  const { decision, screening } = draftDecision(draft, request, correction, now)
  const same = known.revisions.get(transaction.id)?.find((revision) => revision.bodyHash === request.bodyHash)
  const answer =
    same === undefined ? decision : await readStoredAnswer(db, same, transaction, known.timeZone, 'duplicate')
  const rules = listEvaluations(screening, transaction, draft.ruleSetOf(transaction.customerRef)).map(
    (evaluation) => ({
      ...evaluation,
      missing: evaluation.reason === null ? null : inEveryLanguage(evaluation.reason),
    }),
  )
  return { ...answer, rules }
}

function inEveryLanguage(reason: NonNullable<RuleEvaluation['reason']>): Localized {
  return {
    en: describeMissingReason(reason, 'en'),
    pl: describeMissingReason(reason, 'pl'),
    ru: describeMissingReason(reason, 'ru'),
  }
}
