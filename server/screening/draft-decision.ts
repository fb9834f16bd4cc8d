import { type Screening } from '../../domain/screening/screen.ts'
import { toSignalVector } from '../../domain/screening/signal-vector.ts'
import { contextFor } from '../asking/asking.ts'
import { composeDecision } from './compose-decision.ts'
import { type Decision, type DecisionRequest } from './decision.ts'
import { type DecisionDraft } from './decision-draft.ts'
import { type StoredRevision } from './read-known.ts'
import { type Superseded } from './read-superseded.ts'
import { type Arrival, storedCustomerRef, toAlertRow, toRows } from './rows.ts'
import { screenNext } from './screen-next.ts'
import { screenShadows } from './screen-shadows.ts'
import { settleEarlierAlert, takeBackContribution } from './supersede.ts'

/** The revision that a request corrects, with what it contributed. */
export interface Correction {
  readonly current: StoredRevision
  readonly contributed: Superseded
  readonly lastRevision: number
}

/** Decides one transaction of a batch on the draft and adds its rows to it. `now`: epoch milliseconds of the batch. */
export function draftDecision(
  draft: DecisionDraft,
  { transaction, bodyHash, idempotency }: DecisionRequest,
  correction: Correction | null,
  now: number,
): { readonly decision: Decision; readonly screening: Screening } {
  const { terms, timeZone, isSampled, plan } = draft
  const ruleSet = draft.ruleSetOf(transaction.customerRef)
  if (correction !== null)
    takeBackContribution(draft, correction.current, correction.contributed, transaction)
  for (const line of transaction.lines) draft.usageOf(line.sku)
  const input = {
    transaction,
    profile: transaction.customerRef === null ? null : draft.profileOf(transaction.customerRef),
    context: { ...contextFor(terms, timeZone, transaction.customerRef), trippedRules: plan.trippedRules },
    now,
  }
  // Before the profile learns of this transaction, as for the version that decides.
  const shadows = screenShadows(plan.shadows, { ...input, itemUsage: (sku) => draft.usages.get(sku) })
  const next = screenNext({
    ...input,
    revision: (correction?.lastRevision ?? 0) + 1,
    itemUsage: draft.usages,
    ruleSet,
    isSampled,
  })
  draft.shadowings.push({ customerRef: transaction.customerRef, live: next.screening.hits, shadows })
  draft.noteCustomer(transaction)
  const words = { ruleSet, timeZone, targets: terms.policy.targets }
  const arrival: Arrival = {
    bodyHash,
    kind: 'purchase',
    source: 'api',
    importId: null,
    receivedAt: now,
    raisedAt: now,
  }
  if (correction !== null) {
    const settled = settleEarlierAlert(
      draft,
      correction.current,
      correction.contributed,
      next.alert?.id ?? null,
    )
    if (settled === 'restate' && next.alert !== null) {
      draft.rows.restatedAlerts.push(toAlertRow(next, next.alert, arrival, words))
    }
  }
  addRows(draft, toRows(next, arrival, words))
  const decision = composeDecision({
    transaction,
    status: correction === null ? 'new' : 'superseding',
    alertId: next.alert?.id ?? null,
    hits: next.screening.hits,
    vector: toSignalVector(next.screening, transaction),
    ...words,
  })
  const customerRef = storedCustomerRef(transaction)
  if (transaction.customerRef === null) draft.rows.unguarded.push(customerRef)
  if (idempotency !== null) {
    draft.rows.answers.push({
      customer_ref: customerRef,
      api_key_id: idempotency.apiKeyId,
      key: idempotency.key,
      body_hash: `\\x${idempotency.bodyHash}`,
      status: 201,
      response: decision,
    })
  }
  return { decision, screening: next.screening }
}

function addRows(draft: DecisionDraft, rows: ReturnType<typeof toRows>) {
  draft.rows.transactions.push(rows.transaction)
  draft.rows.lines.push(...rows.lines)
  if (rows.alert !== null) draft.rows.alerts.push(rows.alert)
  draft.rows.hits.push(...rows.hits)
  draft.rows.heldBack.push(...rows.heldBack)
  for (const slot of rows.dirtySlots) draft.slots.add(slot)
}
