'use client'

import { useTranslations } from 'next-intl'
import { Count } from '@/app/components/count.tsx'
import type { DataColumn } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import type { RowKind } from '@/domain/metrics/metric.ts'
import type { RowOf } from '@/server/analytics/rows/row-sources.ts'

/** A row of any list, as the one table shows it; what a kind does not have is null. */
export interface TableRow {
  readonly key: string
  readonly alertId: string | null
  readonly name: string
  readonly customerRef: string
  readonly customerKnown: boolean
  readonly at: number
  readonly rules: readonly string[]
  readonly channel: string | null
  readonly money: { readonly amountMinor: number; readonly currency: string } | null
  readonly severity: string | null
  /** The outcome where it is known, else how far the alert is. */
  readonly state: {
    readonly dimension: 'outcome' | 'status'
    readonly value: string
    /** The outcome was read from imported history; nobody said so. */
    readonly inferred?: boolean
  } | null
  readonly alerts: number | null
  readonly transactionId: string | null
  /** What was bought, and when it was taken back; null for rows that are no lines. */
  readonly line: { readonly item: string; readonly takenBackAt: number } | null
  readonly reason: string | null
}

/** A row of one kind in the table's shape. */
export function tableRow<Kind extends RowKind>(kind: Kind, row: RowOf[Kind]): TableRow
export function tableRow(kind: RowKind, row: RowOf[RowKind]): TableRow {
  const none = {
    rules: [],
    channel: null,
    money: null,
    severity: null,
    state: null,
    alerts: null,
    line: null,
    reason: null,
  }
  const key = `${kind} ${row.tie}`
  if ('alerts' in row) {
    const { customerRef, alerts, lastAt } = row
    return {
      ...none,
      key,
      alertId: null,
      name: customerRef,
      customerRef,
      customerKnown: true,
      at: lastAt,
      alerts,
      transactionId: null,
    }
  }
  const { customerRef, customerKnown, channel, transactionId } = row
  const base = {
    ...none,
    key,
    name: 'reference' in row ? (row.reference ?? transactionId) : transactionId,
    customerRef,
    customerKnown,
    channel,
    transactionId,
    money: { amountMinor: row.amountMinor, currency: row.currency },
  }
  if ('raisedAt' in row) {
    const state =
      row.outcome === null
        ? ({ dimension: 'status', value: row.status } as const)
        : ({ dimension: 'outcome', value: row.outcome, inferred: row.outcomeSource === 'inferred' } as const)
    return { ...base, alertId: row.id, at: row.raisedAt, rules: row.rules, severity: row.severity, state }
  }
  if ('rule' in row) {
    return { ...base, alertId: row.alertId, at: row.at, rules: [row.rule], severity: row.severity }
  }
  if ('heldBackRule' in row) {
    const { at, heldBackRule, severity, reason } = row
    return { ...base, alertId: null, at, rules: [heldBackRule], severity, reason }
  }
  if ('takenBackAt' in row) {
    const line = { item: row.item ?? row.sku ?? '—', takenBackAt: row.takenBackAt }
    return { ...base, alertId: row.alertId, at: row.occurredAt, line }
  }
  return { ...base, alertId: row.alertId, at: row.occurredAt }
}

const ofAlerts: readonly ColumnKey[] = [
  'name',
  'time',
  'customer',
  'rules',
  'channel',
  'size',
  'severity',
  'state',
]
const ofCustomersAsked: readonly ColumnKey[] = ['name', 'alerts', 'time']

const columnsOfKind: Readonly<Record<RowKind, readonly ColumnKey[]>> = {
  alerts: ofAlerts,
  judgedAlerts: ofAlerts,
  worthAlerts: ofAlerts,
  needlessAlerts: ofAlerts,
  askedAlerts: ofAlerts,
  avertedAlerts: ofAlerts,
  lostAlerts: ofAlerts,
  recoveredAlerts: ofAlerts,
  hits: ['name', 'time', 'rules', 'customer', 'channel', 'size', 'severity'],
  customers: ofCustomersAsked,
  repeatCustomers: ofCustomersAsked,
  reachedCustomers: ofCustomersAsked,
  overBudgetCustomers: ofCustomersAsked,
  missedLines: ['transaction', 'time', 'item', 'takenBack', 'customer', 'channel', 'size'],
  caughtLines: ['name', 'transaction', 'time', 'item', 'takenBack', 'customer', 'size'],
  heldBackHits: ['transaction', 'time', 'rules', 'reason', 'customer', 'channel', 'size', 'severity'],
  askedTransactions: ['name', 'transaction', 'time', 'customer', 'channel', 'size'],
}

type ColumnKey =
  | 'name'
  | 'time'
  | 'customer'
  | 'rules'
  | 'channel'
  | 'size'
  | 'severity'
  | 'state'
  | 'alerts'
  | 'transaction'
  | 'item'
  | 'takenBack'
  | 'reason'

/** The columns of one kind of list, in words. */
export function useRowColumns(kind: RowKind, labelOf: ValueLabel): readonly DataColumn<TableRow>[] {
  const t = useTranslations('alerts')
  const ofCustomers = columnsOfKind[kind] === ofCustomersAsked
  const all: Readonly<Record<ColumnKey, Omit<DataColumn<TableRow>, 'key' | 'header'>>> = {
    name: { cell: ({ name }) => name },
    time: { cell: ({ at }) => <Instant at={at} />, sortable: true },
    customer: {
      cell: ({ customerKnown, customerRef }) => (customerKnown ? customerRef : t('unknownCustomer')),
    },
    rules: { cell: ({ rules }) => rules.map((rule) => labelOf('rule', rule)).join(', ') },
    channel: { cell: ({ channel }) => (channel === null ? '—' : labelOf('channel', channel)) },
    size: {
      align: 'end',
      sortable: true,
      cell: ({ money }) => (money === null ? '—' : <Money {...money} />),
    },
    severity: { cell: ({ severity }) => (severity === null ? '—' : labelOf('severity', severity)) },
    state: {
      cell: ({ state }) =>
        state === null
          ? '—'
          : state.dimension === 'outcome'
            ? state.inferred
              ? t('inferred', { outcome: labelOf('outcome', state.value) })
              : labelOf('outcome', state.value)
            : t(`states.${state.value}`),
    },
    alerts: { align: 'end', sortable: true, cell: ({ alerts }) => <Count value={alerts} /> },
    transaction: { cell: ({ transactionId }) => transactionId ?? '—' },
    item: { cell: ({ line }) => line?.item ?? '—' },
    takenBack: { cell: ({ line }) => (line === null ? '—' : <Instant at={line.takenBackAt} />) },
    reason: { cell: ({ reason }) => (reason === null ? '—' : t(`reasons.${reason}`)) },
  }
  return columnsOfKind[kind].map((key) => ({
    ...all[key],
    // Customers are sorted by how many alerts they have, which is their size.
    key: key === 'alerts' ? 'size' : key,
    header: t(`columns.${ofCustomers && (key === 'name' || key === 'time') ? `customers.${key}` : key}`),
  }))
}
