import { type ClientBase } from 'pg'
import { type RowKind } from '../../../domain/metrics/metric.ts'
import { type Count, type Counting } from '../figures/count.ts'
import { countAlerts } from '../figures/count-alerts.ts'
import { countAsked } from '../figures/count-asked.ts'
import { countCustomers } from '../figures/count-customers.ts'
import { countHits } from '../figures/count-hits.ts'
import { type AlertListRow, listAlertRows } from './list-alerts.ts'
import { type AskedTransactionRow, listAskedTransactionRows } from './list-asked-transactions.ts'
import { type CustomerListRow, listCustomerRows } from './list-customers.ts'
import { type HitListRow, listHitRows } from './list-hits.ts'
import { type Paging } from './paging.ts'
import { type HeldBackRow } from '../outcomes/list-held-back.ts'
import { type TakenBackRow } from '../outcomes/list-taken-back.ts'
import { outcomeRows } from '../outcomes/outcome-rows.ts'
import { type Sql, sql } from '../../db/sql.ts'

/** The rows of each kind of list. */
export interface RowOf {
  readonly alerts: AlertListRow
  readonly hits: HitListRow
  readonly customers: CustomerListRow
  readonly repeatCustomers: CustomerListRow
  readonly askedTransactions: AskedTransactionRow
  readonly judgedAlerts: AlertListRow
  readonly worthAlerts: AlertListRow
  readonly needlessAlerts: AlertListRow
  readonly askedAlerts: AlertListRow
  readonly avertedAlerts: AlertListRow
  readonly lostAlerts: AlertListRow
  readonly recoveredAlerts: AlertListRow
  readonly reachedCustomers: CustomerListRow
  readonly overBudgetCustomers: CustomerListRow
  readonly missedLines: TakenBackRow
  readonly caughtLines: TakenBackRow
  readonly heldBackHits: HeldBackRow
}

interface RowSource<Row> {
  readonly list: (client: ClientBase, paging: Paging) => Promise<Row[]>
  /** Counts from the rows, never from the rollup. */
  readonly count: (client: ClientBase, counting: Counting) => Promise<Count[]>
  readonly totalOf: (count: Count) => number
}

/** Each kind of list, one line. */
export const rowSources: { readonly [Kind in RowKind]: RowSource<RowOf[Kind]> } = {
  alerts: { list: listAlertRows, count: countAlerts, totalOf: ({ value }) => value },
  hits: { list: listHitRows, count: countHits, totalOf: ({ value }) => value },
  customers: { list: listCustomers(sql`true`), count: countCustomers, totalOf: ({ n }) => n ?? 0 },
  repeatCustomers: {
    list: listCustomers(sql`count(*) >= 2`),
    count: countCustomers,
    totalOf: ({ value }) => value,
  },
  askedTransactions: { list: listAskedTransactionRows, count: countAsked, totalOf: ({ value }) => value },
  ...outcomeRows,
}

function listCustomers(having: Sql) {
  return (client: ClientBase, paging: Paging) => listCustomerRows(client, { paging, having })
}
