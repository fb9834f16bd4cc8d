import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { drillToPart } from '../../../../domain/metrics/drill.ts'
import { type MetricKey, metrics } from '../../../../domain/metrics/metrics.ts'
import { parseScope } from '../../../../domain/metrics/scope.ts'
import { exportRows } from '../../../../server/analytics/export/export-rows.ts'
import { readMaturity } from '../../../../server/analytics/outcomes/read-maturity.ts'
import { readWaitingCurve } from '../../../../server/analytics/outcomes/read-waiting-curve.ts'
import { queryMetric } from '../../../../server/analytics/query-metric.ts'
import { listRows } from '../../../../server/analytics/rows/list-rows.ts'
import { ensureAskingPolicy } from '../../../../server/asking/asking.ts'
import { type Asked, writeAsked, writeHeldBack } from './outcome-ledger.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const monday = Date.parse('2026-03-02T09:00:00Z')
const now = monday + 4 * day

/** A week in which every case of the definitions occurs once. */
const week: Asked[] = [
  // Answered after 10 minutes, in time: a mistake of 80.00 PLN.
  {
    at: monday,
    rules: ['extra-zero'],
    customer: 'ada',
    outcome: 'mistake',
    outcomeAt: monday + 10 * minute,
    reachedAt: monday + 10 * minute,
    dueAt: monday + 30 * minute,
    amountMinor: 10_000,
    mistakeMinor: 8_000,
    remedies: { lost: 2_000, recovered: 500 },
  },
  // Answered after an hour, too late: intended.
  {
    at: monday + hour,
    rules: ['extra-zero'],
    customer: 'ada',
    outcome: 'intended',
    outcomeAt: monday + 2 * hour,
    reachedAt: monday + 2 * hour,
    dueAt: monday + 90 * minute,
    amountMinor: 30_000,
  },
  // Stopped fraud in another currency.
  {
    at: monday + day,
    rules: ['far-away'],
    customer: 'bob',
    outcome: 'fraud',
    outcomeAt: monday + day + 20 * minute,
    reachedAt: monday + day + 20 * minute,
    amountMinor: 50_000,
    currency: 'EUR',
    remedies: { stopped: 45_000 },
  },
  // Nobody reached: censored at the last of three attempts, 26 hours later.
  {
    at: monday + day,
    rules: ['far-away'],
    customer: 'cyd',
    outcome: 'unreachable',
    attempts: 3,
    lastAttemptAt: monday + day + 26 * hour,
    amountMinor: 20_000,
    currency: 'EUR',
    dueAt: monday + day + hour,
  },
  // Still waiting, past its due time: an attempt was due.
  { at: monday + 3 * day, rules: ['extra-zero'], customer: 'dan', dueAt: monday + 3 * day + hour },
  // Imported: inferred, nobody waited, nobody was called.
  {
    at: monday + hour,
    rules: ['many-of-one'],
    customer: 'eve',
    source: 'import',
    outcome: 'mistake',
    outcomeSource: 'inferred',
    outcomeAt: monday + 3 * hour,
    mistakeMinor: 700,
    currency: 'PLN',
    takenBack: [
      { amountMinor: 700, asked: true, afterMs: 2 * hour },
      { amountMinor: 150, asked: false, afterMs: 3 * hour },
      // After more than a day it is no mistake any more.
      { amountMinor: 90, asked: false, afterMs: 25 * hour },
    ],
  },
  // Drawn at random: in the mix, not in precision.
  {
    at: monday + 2 * hour,
    rules: ['below-the-line'],
    customer: 'fay',
    origin: 'sample',
    outcome: 'intended',
  },
  // Counted nowhere.
  { at: monday + 2 * hour, customer: 'gus', status: 'withdrawn' },
]

const scope = parseScope({ period: '2026-03-02..2026-03-08', zone: 'UTC', compare: 'none' })
const figure = (key: MetricKey) => queryMetric(key, scope, { now })
const parts = async (key: MetricKey, by?: 'rule') =>
  Object.fromEntries(
    ((await queryMetric(key, scope, { now, by })).series ?? []).map(({ by: { value }, total }) => [
      value,
      total,
    ]),
  )

beforeAll(async () => {
  await ensureAskingPolicy()
  await writeAsked(week)
  await writeHeldBack(monday + hour, 'extra-zero', 'snoozed')
})

describe('the figures of one week, by hand', () => {
  test('the mix has every alert once, pending ones too, and sums to 100 %', async () => {
    const { total, series } = await figure('outcome-mix')
    expect(total).toMatchObject({ numerator: 7, n: 7 })
    const counts = Object.fromEntries((series ?? []).map(({ by, total: of }) => [by.value, of.numerator]))
    expect(counts).toEqual({ mistake: 2, intended: 2, fraud: 1, unreachable: 1, pending: 1 })
    const shares = (series ?? []).map(({ total: of }) => of.value ?? 0)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  test('precision judges answered alerts of rules, with reviewed share and band', async () => {
    // mistake, intended, fraud and the inferred mistake: 3 of 4; one more unreachable, one pending.
    expect((await figure('worth-asking-precision')).total).toMatchObject({
      numerator: 3,
      n: 4,
      reviewed: { numerator: 4, n: 6 },
      band: { low: 3 / 5, high: 4 / 5 },
    })
    expect(await parts('worth-asking-precision', 'rule')).toMatchObject({
      'extra-zero': { numerator: 1, n: 2, reviewed: { numerator: 2, n: 3 } },
      'far-away': { numerator: 1, n: 1, band: { low: 0.5, high: 1 } },
      'many-of-one': { numerator: 1, n: 1 },
    })
  })

  test('needless questions are the rest of precision', async () => {
    expect((await figure('needless-question-rate')).total).toMatchObject({ numerator: 1, n: 4, value: 0.25 })
  })

  test('precision by amount never mixes currencies', async () => {
    const answer = await figure('worth-asking-precision-by-amount')
    expect(answer.total).toMatchObject({ value: null, n: 4 })
    const of = await parts('worth-asking-precision-by-amount')
    // PLN: 100.00 and 10.00 of 410.00; EUR: 500.00 of 500.00, 200.00 unreachable.
    expect(of.PLN).toMatchObject({ n: 3, currency: 'PLN', value: 11_000 / 41_000 })
    expect(of.EUR).toMatchObject({ n: 1, value: 1, band: { low: 5 / 7, high: 1 } })
  })

  test('harm averted is what mistakes would have cost and what was stopped, by currency', async () => {
    expect((await figure('harm-averted')).total).toEqual({ value: null, n: 3 })
    expect(await parts('harm-averted')).toMatchObject({
      PLN: { value: 8_700, n: 2 },
      EUR: { value: 45_000, n: 1 },
    })
    expect((await figure('harm-lost')).total).toMatchObject({ value: 2_000, n: 1, currency: 'PLN' })
    expect((await figure('harm-recovered')).total).toMatchObject({ value: 500, n: 1, currency: 'PLN' })
  })

  test('reach counts customers for whom an attempt was due, imported history apart', async () => {
    // ada and bob were reached, fay answered without a stamp, cyd and dan were due and not reached.
    expect((await figure('reach-rate')).total).toMatchObject({ numerator: 2, n: 5 })
  })

  test('waits are censored at the last attempt or now, and inferred outcomes have none', async () => {
    const { total } = await figure('time-to-confirmation')
    // 1 (fay), 10, 20, 60 minutes answered; 26 hours and 24 hours open.
    expect(total).toMatchObject({ n: 6, value: 20 * minute })
    expect(total.waiting).toMatchObject({
      ended: 4,
      open: 2,
      oldestOpenMs: 26 * hour,
      // ada's first in time; her second late, cyd and dan overdue.
      inTarget: { numerator: 1, n: 4 },
    })
    expect(total.waiting?.p90.value).toBeNull()
  })

  test('each step of the curve opens as many alerts as were answered by then', async () => {
    const { n, steps } = await readWaitingCurve(scope, { now })
    expect(n).toBe(6)
    const byThen: string[] = []
    for (const { key, answered } of steps) {
      byThen.push(key)
      const filter = { dimension: 'waited', operator: 'is', values: byThen } as const
      const rows = await listRows('askedAlerts', { ...scope, filters: [filter] }, { now, limit: 1 })
      expect(rows.total).toBe(answered)
    }
    const quarter = steps.find(({ key }) => key === 'm15')
    expect(quarter?.answered).toBe(2)
    expect(quarter?.share).toBeCloseTo(2 / 6, 12)
  })

  test('lines taken back within a day are caught or missed', async () => {
    expect((await figure('mistake-recall')).total).toMatchObject({ numerator: 1, n: 2 })
    expect((await figure('missed-mistakes')).total.value).toBe(1)
    expect((await figure('missed-amount')).total).toEqual({ value: 150, n: 1, currency: 'PLN' })
  })

  test('held-back questions are counted', async () => {
    expect((await figure('held-back-questions')).total.value).toBe(1)
  })

  test('what can still change and what is inferred is counted', async () => {
    const found = await readMaturity(scope, { now })
    expect(found).toMatchObject({ pending: 1, inferred: 1, changed: 0, sampled: 1 })
    expect(found.maturesAt).toBe(Date.parse('2026-03-09T00:00:00Z') + 7 * day)
  })
})

describe('the question budget', () => {
  const april = Date.parse('2026-04-10T08:00:00Z')
  const budgetScope = parseScope({ period: '2026-04-10..2026-04-12', zone: 'UTC', compare: 'none' })

  beforeAll(async () => {
    // Hal: three questions in the 30 days before, one on the first day: four. One 31 days before does not count.
    const before = [31, 20, 10, 1].map((days) => ({ at: april - days * day, customer: 'hal' }))
    await writeAsked([...before, { at: april, customer: 'hal' }, { at: april + day, customer: 'ivy' }])
  })

  test('counts back over the start of the range, for the days of the policy and no further', async () => {
    const { total } = await queryMetric('questions-per-customer', budgetScope, { now: april + 3 * day })
    expect(total).toEqual({ value: (4 + 1) / 2, n: 2 })
  })

  test('three questions are within the budget, four are not', async () => {
    const { total } = await queryMetric('over-budget-rate', budgetScope, { now: april + 3 * day })
    expect(total).toMatchObject({ numerator: 1, n: 2 })
    const { rows } = await listRows('overBudgetCustomers', budgetScope, { now: april + 3 * day })
    expect(rows.map(({ customerRef }) => customerRef)).toEqual(['hal'])
  })
})

const outcomeKeys = (Object.keys(metrics) as MetricKey[]).filter(
  (key) =>
    !['alert-volume', 'hits-by-rule', 'distinct-customers', 'ask-rate', 'repeat-alert-rate'].includes(key),
)

describe.each(outcomeKeys)('%s', (key) => {
  const kind = metrics[key].rows
  const count = async (of: typeof scope) => {
    const { total } = await queryMetric(key, of, { now })
    return total.numerator ?? total.n
  }

  test('opens as many rows as it counts, and so says the file', async () => {
    const expected = await count(scope)
    expect((await listRows(kind, scope, { now })).rows).toHaveLength(expected)
    let csv = ''
    for await (const piece of exportRows(kind, scope, { now, dialect: 'plain' })) csv += piece
    const lines: string[][] = parse(csv, { relax_column_count: true })
    expect(lines.at(-1)).toEqual(['# rows', String(expected)])
  })

  test('a rule and every other rule add up to the rows', async () => {
    if (kind.endsWith('Customers') || kind === 'customers') return
    const is = { dimension: 'rule', operator: 'is', values: ['extra-zero'] } as const
    const held = await count({ ...scope, filters: [is] })
    const rest = await count({ ...scope, filters: [{ ...is, operator: 'isNot' }] })
    expect(held + rest).toBe(await count(scope))
  })

  test('parts by currency open as many rows as they count', async () => {
    const { series } = await queryMetric(key, scope, { now, by: 'currency' })
    for (const { by, total } of series ?? []) {
      const rows = await listRows(kind, drillToPart(scope, 'currency', by.value), { now, limit: 1 })
      expect(rows.total).toBe(total.numerator ?? total.n)
    }
  })
})
