import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { type RuleSet } from '../../../domain/screening/rule.ts'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { type TailRow } from '../../../domain/what-if/tail-row.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { refreshRollup } from '../../../server/analytics/rollup/refresh-rollup.ts'
import { confirmAlert } from '../../../server/alerts/alerts.ts'
import { ensureAskingPolicy } from '../../../server/asking/asking.ts'
import { inSnapshot } from '../../../server/db/in-snapshot.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { decide, ensureDefaultRuleSet } from '../../../server/screening/screening.ts'
import { readDayRows } from '../../../server/what-if/read-day-rows.ts'
import { listDays } from '../../../server/what-if/read-days.ts'
import { readUnits } from '../../../server/what-if/read-units.ts'
import { refreshDays } from '../../../server/what-if/refresh-days.ts'
import { refreshSpans } from '../../../server/what-if/refresh-spans.ts'
import { forgetTails, measure, rebuildDays } from '../../../server/what-if/what-if.ts'
import { anyTransaction } from '../../domain/screening/generate.ts'
import { comparable, plainAnswer } from '../../domain/what-if/plain-answer.ts'
import { randomRuleSet } from '../../domain/what-if/random-day.ts'
import { basketLine, noon, request, transfer } from '../screening/transactions.ts'

const dayMs = 86_400_000
const noonDay = Math.floor(noon / dayMs)

beforeAll(async () => {
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, Date.UTC(2026, 0, 1)))
  await ensureAskingPolicy()
})
beforeEach(emptyTables)

async function emptyTables() {
  await getPool().query(
    `TRUNCATE transactions, transaction_lines, alerts, alert_hits, alert_events, customer_profiles, item_usage, dirty_slots,
       what_if_days, what_if_spans, what_if_dirty_days CASCADE`,
  )
}

async function refreshAll() {
  while (((await refreshRollup()) ?? 1) > 0);
  while (((await refreshDays()) ?? 1) > 0);
  while (((await refreshSpans()) ?? 1) > 0);
}

async function storedSpans(): Promise<{ span: number; revision: string }[]> {
  const { rows } = await getPool().query<{ span: number; revision: string }>(
    `SELECT span, encode(revision, 'hex') AS revision FROM what_if_spans ORDER BY span`,
  )
  return rows
}

async function storedDays(): Promise<{ day: number; revision: string }[]> {
  const { rows } = await getPool().query<{ day: number; revision: string }>(
    `SELECT day, encode(revision, 'hex') AS revision FROM what_if_days WHERE transactions > 0 ORDER BY day`,
  )
  return rows
}

const streams = fc
  .array(anyTransaction, { minLength: 5, maxLength: 40 })
  .map((all): Transaction[] =>
    all.map((one, i) => ({ ...one, id: `s${i}`, customerRef: i % 7 === 6 ? null : `c${i % 3}` })),
  )

function question(base: RuleSet, draft: RuleSet, window: { from: number; to: number }) {
  return { base, draft, window, zone: 'Europe/Warsaw', budget: null }
}

function withDefault(key: string, value: number | null): RuleSet {
  const set = defaultRuleSet(0)
  const rules = set.rules.map((rule) =>
    rule.key === key ? { ...rule, thresholds: { default: value, overrides: [] } } : rule,
  )
  return { ...set, rules }
}

describe('what-if over the database', () => {
  it('equals the evaluator over the stored readings, from the rows, from tails and from memory', async () => {
    let asked = 0
    await fc.assert(
      fc.asyncProperty(streams, fc.integer({ min: 1, max: 1_000_000 }), async (stream, seed) => {
        await emptyTables()
        for (const one of stream) await decide(request(one))
        const random = seededRandom(seed)
        const times = stream.map(({ occurredAt }) => occurredAt)
        const days = [...new Set(times.map((at) => Math.floor(at / dayMs)))]
        const client = await getPool().connect()
        const rows: TailRow[] = []
        for (const day of days) await readDayRows(client, day, (row) => rows.push(row))
        client.release()
        const window = { from: Math.min(...days) * dayMs, to: (Math.max(...days) + 1) * dayMs - 12 * 900_000 }
        const asking = question(randomRuleSet(random), randomRuleSet(random), window)
        const expected = plainAnswer(asking, rows)
        expect(comparable((await measure(asking)).result)).toEqual(expected)
        await refreshAll()
        expect(comparable((await measure(asking)).result)).toEqual(expected)
        expect(comparable((await measure(asking)).result)).toEqual(expected)
        forgetTails()
        expect(comparable((await measure(asking)).result)).toEqual(expected)
        asked += expected.draft.asked + expected.base.asked
      }),
      { numRuns: 8, seed: 20_262 },
    )
    expect(asked).toBeGreaterThan(0)
  })

  it.each(['DELETE FROM what_if_days', 'TRUNCATE what_if_days'])(
    'answers from the rows after %s, and makes the days again',
    async (statement) => {
      for (let i = 0; i < 8; i++)
        await decide(
          request(transfer({ id: `g${i}`, occurredAt: noon + i * dayMs, amountMinor: 20_000_000 })),
        )
      await refreshAll()
      const before = await storedDays()
      const window = { from: noonDay * dayMs, to: (noonDay + 8) * dayMs }
      const asking = question(defaultRuleSet(0), withDefault('large-payment', 12_000_000), window)
      const { result } = await measure(asking)
      expect(result.transactions).toBe(8)
      await getPool().query(statement)
      expect((await measure(asking)).result).toEqual(result)
      await refreshAll()
      expect(await storedDays()).toEqual(before)
    },
  )

  it('equals plain SQL over the stored signals', async () => {
    for (let i = 0; i < 60; i++) {
      await decide(
        request(
          transfer({ id: `t${i}`, occurredAt: noon + i * 60_000, amountMinor: 9_000_000 + i * 100_000 }),
        ),
      )
    }
    await refreshAll()
    const draft = withDefault('large-payment', 12_000_000)
    const only = { ...draft, rules: draft.rules.filter(({ key }) => key === 'large-payment') }
    const window = { from: noonDay * dayMs, to: (noonDay + 1) * dayMs }
    const { result } = await measure(question({ ...only, rules: [] }, only, window))
    const { rows } = await getPool().query<{ n: number; minor: number }>(
      `SELECT count(*)::int AS n, sum(amount_minor)::float8 AS minor FROM transactions
       WHERE (signals->'values'->>0)::float8 >= 12000000 AND current AND kind = 'purchase'`,
    )
    expect(rows[0]!.n).toBe(30)
    expect(result.gained.all).toEqual({ transactions: 30, amount: { PLN: rows[0]!.minor }, harm: {} })
  })

  it('is as true of late and corrected purchases at once, and tails equal a rebuild afterwards', async () => {
    await decide(request(transfer({ id: 'first', amountMinor: 20_000_000 })))
    await refreshAll()
    const window = { from: noonDay * dayMs, to: (noonDay + 1) * dayMs }
    const active = question(defaultRuleSet(0), defaultRuleSet(0), window)
    expect((await measure(active)).result.base.asked).toBe(1)
    await decide(request(transfer({ id: 'late', occurredAt: noon - 3_600_000, amountMinor: 30_000_000 })))
    expect((await measure(active)).result.base.asked).toBe(2)
    await decide(request(transfer({ id: 'first', amountMinor: 5_000 })))
    expect((await measure(active)).result).toMatchObject({ transactions: 2, base: { asked: 1 } })
    await refreshAll()
    expect((await measure(active)).result).toMatchObject({ transactions: 2, base: { asked: 1 } })
    const before = await storedDays()
    await rebuildDays()
    expect(await storedDays()).toEqual(before)
  })

  it('takes from a span only the days that are as they were, and a span equals a rebuild', async () => {
    const days = [0, 1, 2].map((day) => noon + day * dayMs)
    for (const at of days)
      await decide(request(transfer({ id: `on${at}`, occurredAt: at, amountMinor: 20_000_000 })))
    await refreshAll()
    const window = { from: noonDay * dayMs, to: (noonDay + 3) * dayMs }
    const active = question(defaultRuleSet(0), defaultRuleSet(0), window)
    const daysInSpans = async () =>
      inSnapshot(
        async (client) => (await listDays(client, window)).filter(({ span }) => span !== null).length,
      )
    expect(await daysInSpans()).toBe(3)
    await decide(request(transfer({ id: 'late', occurredAt: days[1]! + 60_000, amountMinor: 30_000_000 })))
    await decide(request(transfer({ id: `on${days[2]!}`, occurredAt: days[2]!, amountMinor: 5_000 })))
    const expected = { transactions: 4, base: { asked: 3, byDay: [1, 2, 0, 0] } }
    expect((await measure(active)).result).toMatchObject(expected)
    await refreshAll()
    expect(await daysInSpans()).toBe(1)
    forgetTails()
    expect((await measure(active)).result).toMatchObject(expected)
    await rebuildDays()
    expect(await daysInSpans()).toBe(3)
    expect((await measure(active)).result).toMatchObject(expected)
    const made = await storedSpans()
    await rebuildDays()
    expect(await storedSpans()).toEqual(made)
  })

  it('stops between spans and days when whoever asked no longer wants the answer, and answers the next one', async () => {
    for (let day = 0; day < 3; day++)
      await decide(
        request(transfer({ id: `d${day}`, occurredAt: noon + day * dayMs, amountMinor: 20_000_000 })),
      )
    await refreshAll()
    await decide(request(transfer({ id: 'late', occurredAt: noon + 60_000, amountMinor: 30_000_000 })))
    const window = { from: noonDay * dayMs, to: (noonDay + 3) * dayMs }
    const active = question(defaultRuleSet(0), defaultRuleSet(0), window)
    const stop = new Error('cancelled')
    for (const after of [1, 3]) {
      const stopping = measure(active, (done) => {
        if (done >= after) throw stop
      })
      await expect(stopping).rejects.toBe(stop)
    }
    const said: string[] = []
    const { result } = await measure(active, (done, total) => void said.push(`${done} of ${total}`))
    expect(result.base.asked).toBe(4)
    expect(said.at(-1)).toBe('3 of 3')
  })

  it('knows an outcome as soon as it is known, and the hash of the data changes with it', async () => {
    const { decision } = await decide(request(transfer({ id: 'asked', amountMinor: 20_000_000 })))
    await refreshAll()
    const window = { from: noonDay * dayMs, to: (noonDay + 1) * dayMs }
    const active = question(defaultRuleSet(0), defaultRuleSet(0), window)
    const before = await measure(active)
    expect(before.result.base.outcomes.by.pending.transactions).toBe(1)
    await confirm(decision.alert!.id)
    const at = (await measure(active)).result
    expect(at.base.outcomes.by.mistake).toEqual({
      transactions: 1,
      amount: { PLN: 20_000_000 },
      harm: { PLN: 20_000_000 },
    })
    await refreshAll()
    const after = await measure(active)
    expect(after.result.base.outcomes.by.mistake.transactions).toBe(1)
    expect(after.dataHash).not.toBe(before.dataHash)
  })

  it('refuses a threshold before the floor, naming the rule', async () => {
    const window = { from: noonDay * dayMs, to: (noonDay + 1) * dayMs }
    const draft = withDefault('far-above-usual', 1.5)
    await expect(async () => measure(question(defaultRuleSet(0), draft, window))).rejects.toMatchObject({
      code: 'unprocessable',
      problems: [{ path: 'rules.far-above-usual', code: 'belowFloor', message: '1.5' }],
    })
  })

  it('refuses advice on more purchases than memory has room for', async () => {
    for (let i = 0; i < 3; i++)
      await decide(request(transfer({ id: `u${i}`, occurredAt: noon + i * 60_000, amountMinor: 20_000_000 })))
    await refreshAll()
    const window = { from: noonDay * dayMs, to: (noonDay + 1) * dayMs }
    const read = (most: number) =>
      inSnapshot((client) =>
        readUnits(client, { window, level: 'transaction', currency: 'PLN' }, () => {}, most),
      )
    await expect(read(2)).rejects.toMatchObject({ code: 'unprocessable' })
    expect((await read(3)).units.caught).toHaveLength(3)
  })

  it('counts what was taken back, whether or not anybody asked', async () => {
    const basket = transfer({
      id: 'basket',
      channel: 'online',
      payee: null,
      amountMinor: 50_000_000,
      currency: 'GBP',
      lines: [{ ...basketLine('jar', 5), amountMinor: 50_000_000 }],
    })
    await decide(request(basket))
    await getPool().query(
      `UPDATE transaction_lines SET taken_back_at = $1, taken_back_by = 'C1' WHERE transaction_id = 'basket'`,
      [new Date(noon + 3_600_000)],
    )
    await rebuildDays()
    const window = { from: noonDay * dayMs, to: (noonDay + 1) * dayMs }
    const { result } = await measure(question({ ...defaultRuleSet(0), rules: [] }, defaultRuleSet(0), window))
    expect(result.gained.takenBack).toEqual({ transactions: 1, amount: { GBP: 50_000_000 } })
  })
})

function confirm(alertId: string) {
  const actor = { kind: 'system', id: null, name: 'test' } as const
  return getPrisma().$transaction((tx) =>
    confirmAlert(
      tx,
      alertId,
      { outcome: 'mistake', channel: 'phone', by: 'Ewa', note: null, remedies: { stopped: 20_000_000 } },
      { actor, now: Date.now(), requestId: 'request-1' },
    ),
  )
}
