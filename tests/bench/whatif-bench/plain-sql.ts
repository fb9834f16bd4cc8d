import { type DuckDBConnection } from '@duckdb/node-api'
import { type WhatIfResult } from '../../../domain/what-if/what-if-result.ts'
import { active, conditionsOf, draft } from './rule-sets.ts'

/** Which rules fire, in columns b0... and d0...; and whether any does. */
const fired = `
  WITH judged AS (
    SELECT answer, eur, transaction_amount AS amount, harm, customer,
      ${[...columns('b', conditionsOf(active)), ...columns('d', conditionsOf(draft))].join(', ')}
    FROM purchases
  ), asked AS (
    SELECT *, ${anyOf('b', active.rules.length)} AS b, ${anyOf('d', draft.rules.length)} AS d FROM judged
  )`

const sides = ['b', 'd', 'd AND NOT b', 'b AND NOT d'] as const

/** Counts, money and harm of the four sides by answer and currency, and transactions by rule. */
export const countSql = `${fired}
  SELECT answer, eur, ${sides
    .map(
      (side) =>
        `count(*) FILTER (${side})::DOUBLE, coalesce(sum(amount) FILTER (${side}), 0)::DOUBLE, coalesce(sum(harm) FILTER (${side}), 0)::DOUBLE`,
    )
    .join(', ')},
    ${[...perRule('b', active.rules.length), ...perRule('d', draft.rules.length)].join(', ')}
  FROM asked GROUP BY answer, eur`

export const customersSql = `${fired}
  SELECT count(DISTINCT customer) FILTER (b)::DOUBLE, count(DISTINCT customer) FILTER (d)::DOUBLE FROM asked`

function columns(prefix: string, conditions: readonly string[]): string[] {
  return conditions.map((condition, i) => `${condition} AS ${prefix}${i}`)
}

function anyOf(prefix: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(' OR ')
}

function perRule(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `count(*) FILTER (${prefix}${i})::DOUBLE`)
}

export async function runPlain(duck: DuckDBConnection) {
  const counts = (await duck.runAndReadAll(countSql)).getRowsJS() as (string | boolean | number)[][]
  const customers = (await duck.runAndReadAll(customersSql)).getRowsJS() as number[][]
  return { counts, customers: customers[0]! }
}

/** Whether a what-if says the same as plain SQL: every count and every sum. Gives the first difference, null for none. */
export function findDifference(
  result: WhatIfResult,
  { counts, customers }: Awaited<ReturnType<typeof runPlain>>,
): string | null {
  const expected: Record<string, number> = {}
  const add = (key: string, value: number) => {
    if (value !== 0) expected[key] = (expected[key] ?? 0) + value
  }
  for (const [answer, eur, ...numbers] of counts) {
    sides.forEach((side, s) => {
      const [count, amount, harm] = numbers.slice(s * 3, s * 3 + 3) as number[]
      add(`${side} ${String(answer)} count`, count!)
      add(`${side} ${String(answer)} amount ${eur === true ? 'EUR' : 'PLN'}`, amount!)
      add(`${side} ${String(answer)} harm ${eur === true ? 'EUR' : 'PLN'}`, harm!)
    })
    numbers.slice(sides.length * 3).forEach((count, i) => add(`rule ${i}`, count as number))
  }
  add('customers b', customers[0]!)
  add('customers d', customers[1]!)
  const measured: Record<string, number> = {}
  const put = (key: string, value: number) => {
    if (value !== 0) measured[key] = value
  }
  const outcomes = [result.base.outcomes, result.draft.outcomes, result.gained, result.lost]
  sides.forEach((side, s) => {
    for (const [answer, heap] of Object.entries(outcomes[s]!.by)) {
      put(`${side} ${answer} count`, heap.transactions)
      for (const [currency, amount] of Object.entries(heap.amount))
        put(`${side} ${answer} amount ${currency}`, amount)
      for (const [currency, harm] of Object.entries(heap.harm))
        put(`${side} ${answer} harm ${currency}`, harm)
    }
  })
  ;[...result.base.rules, ...result.draft.rules].forEach(({ asked }, i) => put(`rule ${i}`, asked))
  put('customers b', result.base.customers)
  put('customers d', result.draft.customers)
  const keys = new Set([...Object.keys(expected), ...Object.keys(measured)])
  for (const key of keys) {
    if (expected[key] !== measured[key])
      return `${key}: ${measured[key] ?? 0}, by plain SQL ${expected[key] ?? 0}`
  }
  return null
}
