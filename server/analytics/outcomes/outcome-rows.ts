import { type ClientBase } from 'pg'
import { instant, type Sql, sql } from '../../db/sql.ts'
import { type Count } from '../figures/count.ts'
import { countAlertsWhere } from '../figures/count-alerts.ts'
import { listAlertRowsWhere } from '../rows/list-alerts.ts'
import { listCustomerRows } from '../rows/list-customers.ts'
import { type Paging } from '../rows/paging.ts'
import { asked, judged, needless, reached, worthAsking } from './alert-conditions.ts'
import { alertMoney } from './alert-money.ts'
import { askedOften, readQuestionBudget } from './asked-often.ts'
import { countHeldBack } from './count-held-back.ts'
import { countOverBudget } from './count-questions.ts'
import { countReached } from './count-reached.ts'
import { countCaught, countMissed } from './count-taken-back.ts'
import { listHeldBackRows } from './list-held-back.ts'
import { listTakenBackRows } from './list-taken-back.ts'
import { caught, missed } from './taken-back.ts'

const totalOf = ({ value }: Count) => value

/** The lists behind figures of outcomes, one line each. */
export const outcomeRows = {
  judgedAlerts: alertsWhere(judged),
  worthAlerts: alertsWhere(worthAsking),
  needlessAlerts: alertsWhere(needless),
  askedAlerts: alertsWhere(asked),
  avertedAlerts: alertsWhere(sql`${alertMoney.averted} > 0`),
  lostAlerts: alertsWhere(sql`${alertMoney.lost} > 0`),
  recoveredAlerts: alertsWhere(sql`${alertMoney.recovered} > 0`),
  reachedCustomers: { list: listReached, count: countReached, totalOf },
  overBudgetCustomers: { list: listOverBudget, count: countOverBudget, totalOf },
  missedLines: { list: takenBackWhere(missed), count: countMissed, totalOf },
  caughtLines: { list: takenBackWhere(caught), count: countCaught, totalOf },
  heldBackHits: { list: listHeldBackRows, count: countHeldBack, totalOf },
} as const

function alertsWhere(condition: Sql) {
  return { list: listAlertRowsWhere(condition), count: countAlertsWhere(condition), totalOf }
}

function takenBackWhere(condition: Sql) {
  return (client: ClientBase, paging: Paging) => listTakenBackRows(client, { paging, condition })
}

function listReached(client: ClientBase, paging: Paging) {
  return listCustomerRows(client, { paging, having: sql`bool_or(${reached})` })
}

async function listOverBudget(client: ClientBase, paging: Paging) {
  const budget = await readQuestionBudget(client)
  const often = sql`
    SELECT customer_ref FROM (${askedOften({ ...paging, split: null }, budget)}) question
    WHERE raised_at >= ${instant(paging.range.from)} AND asked > ${budget.questions}`
  return listCustomerRows(client, { paging, having: sql`a.customer_ref IN (${often})` })
}
