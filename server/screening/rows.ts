import { alertReference } from '../../domain/alerts/alert-reference.ts'
import { type AlertTargets } from '../../domain/alerts/asking-policy.ts'
import { sampleQuestion } from '../../domain/alerts/sample-question.ts'
import { scheduleAlert } from '../../domain/alerts/schedule-alert.ts'
import { stakesOf } from '../../domain/alerts/stakes-of.ts'
import { type CompiledRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { composeQuestion } from '../../domain/screening/compose-question.ts'
import { type Hit } from '../../domain/screening/hit.ts'
import { type HeldBackHit } from '../../domain/screening/hold-back.ts'
import { toSignalVector } from '../../domain/screening/signal-vector.ts'
import { type Transaction } from '../../domain/screening/transaction.ts'
import { type TransactionKind } from './hash-transaction.ts'
import { type NextScreening, type RaisedAlert } from './screen-next.ts'

/** What an alert's words and times are made of. */
export interface AlertWords {
  readonly ruleSet: CompiledRuleSet
  /** IANA name. */
  readonly timeZone: string
  readonly targets: AlertTargets
}

/** How a screened transaction came in. */
export interface Arrival {
  readonly bodyHash: string
  readonly kind: TransactionKind
  readonly source: 'api' | 'import' | 'demo'
  readonly importId: string | null
  /** Epoch milliseconds: when we saw it. */
  readonly receivedAt: number
  /** Epoch milliseconds: when an alert counts as raised; the `now` that it was screened with. */
  readonly raisedAt: number
}

/** Times are RFC 3339 in UTC, bytes `\x` and hexadecimal, jsonb plain values. Members are named after the columns, in their order. */
export type TransactionRow = ReturnType<typeof toTransactionRow>
export type TransactionLineRow = ReturnType<typeof toLineRow>
export type AlertRow = ReturnType<typeof toAlertRow>
export type AlertHitRow = ReturnType<typeof toHitRow>
export type HeldBackRow = ReturnType<typeof toHeldBackRow>

export interface ScreenedRows {
  readonly transaction: TransactionRow
  readonly lines: readonly TransactionLineRow[]
  /** `null` unless this transaction raised one. */
  readonly alert: AlertRow | null
  readonly hits: readonly AlertHitRow[]
  /** Rules that fired and did not ask. */
  readonly heldBack: readonly HeldBackRow[]
  /** Starts of the quarter hours (UTC) whose counts change. */
  readonly dirtySlots: readonly string[]
}

/** The rows that one screened transaction becomes: the only way into these tables, live and in bulk. */
export function toRows(next: NextScreening, arrival: Arrival, words: AlertWords): ScreenedRows {
  const { transaction, alert, screening } = next
  const raised = alert?.raised ? toAlertRow(next, alert, arrival, words) : null
  const slots = new Set([slotOf(transaction.occurredAt)])
  if (raised !== null) slots.add(slotOf(arrival.raisedAt))
  const vectors = toSignalVector(screening, transaction).lines
  return {
    transaction: toTransactionRow(next, arrival),
    lines: transaction.lines.map((line, i) => toLineRow(next, line, vectors[i]!)),
    alert: raised,
    hits: alert === null ? [] : screening.hits.map((hit) => toHitRow(next, alert.id, hit, arrival.raisedAt)),
    heldBack: screening.heldBack.map((one) => toHeldBackRow(next, one, arrival.raisedAt)),
    dirtySlots: [...slots],
  }
}

/** The quarter hour of an instant as its start: counts are kept by it, since every zone's hours begin on one. */
export function slotOf(epochMs: number): string {
  const quarterMs = 900_000
  return new Date(Math.floor(epochMs / quarterMs) * quarterMs).toISOString()
}

/** Where the rows of a transaction live: without a customer in a place of its own. */
export function storedCustomerRef(transaction: Pick<Transaction, 'id' | 'customerRef'>): string {
  return transaction.customerRef ?? `~${transaction.id}`
}

function toTransactionRow(
  { transaction, revision, screening, alert, ruleSetVersion }: NextScreening,
  arrival: Arrival,
) {
  const { payee, merchant, place } = transaction
  const { v, values, histories } = toSignalVector({ ...screening, lineReadings: [] }, transaction)
  return {
    customer_ref: storedCustomerRef(transaction),
    transaction_id: transaction.id,
    revision,
    current: true,
    customer_known: transaction.customerRef !== null,
    body_hash: `\\x${arrival.bodyHash}`,
    kind: arrival.kind,
    source: arrival.source,
    import_id: arrival.importId,
    occurred_at: new Date(transaction.occurredAt).toISOString(),
    received_at: new Date(arrival.receivedAt).toISOString(),
    segment: transaction.segment,
    language: transaction.language,
    channel: transaction.channel,
    amount_minor: transaction.amountMinor,
    currency: transaction.currency,
    payee_ref: payee?.ref ?? null,
    payee_name: payee?.name ?? null,
    merchant_ref: merchant?.ref ?? null,
    merchant_name: merchant?.name ?? null,
    merchant_country: merchant?.country ?? null,
    mcc: merchant?.mcc ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    place_country: place?.country ?? null,
    card_present: transaction.cardPresent,
    decision: screening.decision,
    alert_id: alert?.id ?? null,
    rule_set_version: ruleSetVersion,
    // The lines' readings stand with the lines.
    signals: { v, values, histories, lines: [] },
  }
}

function toLineRow(
  { transaction, revision }: NextScreening,
  line: Transaction['lines'][number],
  { values, histories }: { values: (number | null)[]; histories: (number | null)[] },
) {
  return {
    customer_ref: storedCustomerRef(transaction),
    transaction_id: transaction.id,
    revision,
    line_no: line.lineNo,
    sku: line.sku,
    name: line.name,
    category: line.category,
    item_group: line.group,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    amount_minor: line.amountMinor,
    size: line.size,
    attributes: line.attributes,
    signals: { lineNo: line.lineNo, values, histories },
    taken_back_by: null,
    taken_back_at: null,
    takes_back: null,
    takes_back_line: null,
  }
}

export function toAlertRow(
  { transaction, revision, screening, ruleSetVersion }: NextScreening,
  alert: Pick<RaisedAlert, 'id' | 'subject' | 'origin'>,
  arrival: Arrival,
  words: AlertWords,
) {
  const severity = screening.hits[0]?.severity ?? 'low'
  const schedule = scheduleAlert(
    {
      raisedAt: arrival.raisedAt,
      channel: transaction.channel,
      severity,
      stakes: stakesOf(screening),
    },
    words.targets,
  )
  return {
    customer_ref: storedCustomerRef(transaction),
    id: alert.id,
    reference: alertReference(alert.id),
    customer_known: transaction.customerRef !== null,
    subject: alert.subject,
    raised_at: new Date(arrival.raisedAt).toISOString(),
    segment: transaction.segment,
    language: transaction.language,
    channel: transaction.channel,
    amount_minor: transaction.amountMinor,
    currency: transaction.currency,
    severity,
    transaction_id: transaction.id,
    revision,
    rule_set_version: ruleSetVersion,
    source: arrival.source,
    import_id: arrival.importId,
    question:
      alert.origin === 'sample'
        ? sampleQuestion(transaction, words.timeZone)
        : composeQuestion(screening.hits, transaction, words),
    status: 'open',
    version: 1,
    origin: alert.origin,
    warn_at: new Date(schedule.warnAt).toISOString(),
    due_at: new Date(schedule.dueAt).toISOString(),
    rank_at: new Date(schedule.rankAt).toISOString(),
  }
}

function toHitRow({ transaction, revision }: NextScreening, alertId: string, hit: Hit, raisedAt: number) {
  return {
    customer_ref: storedCustomerRef(transaction),
    alert_id: alertId,
    transaction_id: transaction.id,
    revision,
    line_no: hit.lineNo ?? 0,
    rule: hit.rule,
    signal: hit.signal,
    value: hit.value,
    threshold: hit.threshold,
    severity: hit.severity,
    at: new Date(raisedAt).toISOString(),
    // A signal without facts has null; the column is never SQL's null.
    facts: hit.facts ?? {},
  }
}

function toHeldBackRow({ transaction, revision }: NextScreening, { hit, reason }: HeldBackHit, at: number) {
  return {
    customer_ref: storedCustomerRef(transaction),
    transaction_id: transaction.id,
    revision,
    line_no: hit.lineNo ?? 0,
    rule: hit.rule,
    signal: hit.signal,
    value: hit.value,
    threshold: hit.threshold,
    severity: hit.severity,
    reason,
    at: new Date(at).toISOString(),
  }
}
