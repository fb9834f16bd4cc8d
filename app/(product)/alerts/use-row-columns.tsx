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
  readonly state: { readonly dimension: 'outcome' | 'status'; readonly value: string } | null
  readonly alerts: number | null
  readonly transactionId: string | null
}

/** A row of one kind in the table's shape. */
export function tableRow<Kind extends RowKind>(kind: Kind, row: RowOf[Kind]): TableRow
export function tableRow(kind: RowKind, row: RowOf[RowKind]): TableRow {
  const none = { rules: [], channel: null, money: null, severity: null, state: null, alerts: null }
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
  const { customerRef, customerKnown, channel, transactionId, reference } = row
  const base = {
    ...none,
    key,
    name: reference,
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
        : ({ dimension: 'outcome', value: row.outcome } as const)
    return { ...base, alertId: row.id, at: row.raisedAt, rules: row.rules, severity: row.severity, state }
  }
  if ('rule' in row) {
    return { ...base, alertId: row.alertId, at: row.at, rules: [row.rule], severity: row.severity }
  }
  return { ...base, alertId: row.alertId, at: row.occurredAt }
}

const columnsOfKind: Readonly<Record<RowKind, readonly ColumnKey[]>> = {
  alerts: ['name', 'time', 'customer', 'rules', 'channel', 'size', 'severity', 'state'],
  hits: ['name', 'time', 'rules', 'customer', 'channel', 'size', 'severity'],
  customers: ['name', 'alerts', 'time'],
  repeatCustomers: ['name', 'alerts', 'time'],
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

/** The columns of one kind of list, in words. */
export function useRowColumns(kind: RowKind, labelOf: ValueLabel): readonly DataColumn<TableRow>[] {
  const t = useTranslations('alerts')
  const ofCustomers = kind === 'customers' || kind === 'repeatCustomers'
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
            ? labelOf('outcome', state.value)
            : t(`states.${state.value}`),
    },
    alerts: { align: 'end', sortable: true, cell: ({ alerts }) => <Count value={alerts} /> },
    transaction: { cell: ({ transactionId }) => transactionId ?? '—' },
  }
  return columnsOfKind[kind].map((key) => ({
    ...all[key],
    // Customers are sorted by how many alerts they have, which is their size.
    key: key === 'alerts' ? 'size' : key,
    header: t(`columns.${ofCustomers && (key === 'name' || key === 'time') ? `customers.${key}` : key}`),
  }))
}
