import { decimalMoney } from '../../../domain/format/format-money.ts'
import { isoInstant } from '../../../domain/format/format-instant.ts'
import { type RowKind } from '../../../domain/metrics/metric.ts'
import { type TakenBackRow } from '../outcomes/list-taken-back.ts'
import { type RowOf } from '../rows/row-sources.ts'

/** How the cells of one file are written. */
export interface CellFormat {
  readonly zone: string
  readonly decimal: (text: string) => string
}

type Columns<Row> = Readonly<Record<string, (row: Row, format: CellFormat) => string | number>>

type Money = { readonly amountMinor: number; readonly currency: string }
type Customer = { readonly customerRef: string; readonly customerKnown: boolean }

const amount = ({ amountMinor, currency }: Money, { decimal }: CellFormat) =>
  decimal(decimalMoney(amountMinor, currency))
const currency = (row: Money) => row.currency
const customer = (row: Customer) => (row.customerKnown ? row.customerRef : '')

const alertColumns: Columns<RowOf['alerts']> = {
  reference: (row) => row.reference,
  raisedAt: (row, { zone }) => isoInstant(row.raisedAt, zone),
  customer,
  segment: (row) => row.segment ?? '',
  channel: (row) => row.channel,
  amount,
  currency,
  severity: (row) => row.severity,
  status: (row) => row.status,
  outcome: (row) => row.outcome ?? '',
  outcomeSource: (row) => row.outcomeSource ?? '',
  averted: (row, { decimal }) => decimal(decimalMoney(row.avertedMinor, row.currency)),
  rules: (row) => row.rules.join(' '),
  transaction: (row) => row.transactionId,
  id: (row) => row.id,
}

const customerColumns: Columns<RowOf['customers']> = {
  customer: (row) => row.customerRef,
  alerts: (row) => row.alerts,
  firstAt: (row, { zone }) => isoInstant(row.firstAt, zone),
  lastAt: (row, { zone }) => isoInstant(row.lastAt, zone),
}

const lineColumns: Columns<TakenBackRow> = {
  transaction: (row) => row.transactionId,
  line: (row) => row.lineNo,
  occurredAt: (row, { zone }) => isoInstant(row.occurredAt, zone),
  takenBackAt: (row, { zone }) => isoInstant(row.takenBackAt, zone),
  takenBackBy: (row) => row.takenBackBy ?? '',
  customer,
  segment: (row) => row.segment ?? '',
  channel: (row) => row.channel,
  sku: (row) => row.sku ?? '',
  item: (row) => row.item ?? '',
  quantity: (row, { decimal }) => (row.quantity === null ? '' : decimal(String(row.quantity))),
  amount,
  currency,
  reference: (row) => row.reference ?? '',
}

/** The columns of each list's file, in order; times are ISO 8601 with the offset of the file's zone. */
export const csvColumns: { readonly [Kind in RowKind]: Columns<RowOf[Kind]> } = {
  alerts: alertColumns,
  hits: {
    reference: (row) => row.reference,
    at: (row, { zone }) => isoInstant(row.at, zone),
    rule: (row) => row.rule,
    signal: (row) => row.signal,
    line: (row) => (row.lineNo === 0 ? '' : row.lineNo),
    value: (row, { decimal }) => decimal(String(row.value)),
    threshold: (row, { decimal }) => decimal(String(row.threshold)),
    severity: (row) => row.severity,
    customer,
    segment: (row) => row.segment ?? '',
    channel: (row) => row.channel,
    amount,
    currency,
    transaction: (row) => row.transactionId,
    alertId: (row) => row.alertId,
  },
  customers: customerColumns,
  repeatCustomers: customerColumns,
  askedTransactions: {
    transaction: (row) => row.transactionId,
    occurredAt: (row, { zone }) => isoInstant(row.occurredAt, zone),
    customer,
    segment: (row) => row.segment ?? '',
    channel: (row) => row.channel,
    amount,
    currency,
    reference: (row) => row.reference,
    alertId: (row) => row.alertId,
  },
  judgedAlerts: alertColumns,
  worthAlerts: alertColumns,
  needlessAlerts: alertColumns,
  askedAlerts: alertColumns,
  avertedAlerts: alertColumns,
  lostAlerts: alertColumns,
  recoveredAlerts: alertColumns,
  reachedCustomers: customerColumns,
  overBudgetCustomers: customerColumns,
  missedLines: lineColumns,
  caughtLines: lineColumns,
  heldBackHits: {
    at: (row, { zone }) => isoInstant(row.at, zone),
    rule: (row) => row.heldBackRule,
    signal: (row) => row.signal,
    reason: (row) => row.reason,
    severity: (row) => row.severity,
    customer,
    segment: (row) => row.segment ?? '',
    channel: (row) => row.channel,
    amount,
    currency,
    transaction: (row) => row.transactionId,
    line: (row) => (row.lineNo === 0 ? '' : row.lineNo),
  },
}
