import fc from 'fast-check'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { openReplay } from '../../../server/screening/replay/open-replay.ts'
import {
  decide,
  decideBatch,
  ensureDefaultRuleSet,
  getRuleSet,
  testTransaction,
} from '../../../server/screening/screening.ts'
import { anyTransaction } from '../../domain/screening/generate.ts'
import { request } from './transactions.ts'

beforeAll(() => getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, Date.UTC(2026, 0, 1))))
beforeEach(emptyTables)

async function emptyTables() {
  await getPool().query(
    'TRUNCATE transactions, transaction_lines, alerts, alert_hits, customer_profiles, item_usage, dirty_slots CASCADE',
  )
}

/** Streams as senders and files have them: in the order of events, each id once; customers and strangers. */
const streams = fc
  .array(anyTransaction, { minLength: 1, maxLength: 30 })
  .map((all): Transaction[] =>
    all
      .map((one, i) => ({ ...one, id: `s${i}`, customerRef: i % 7 === 6 ? null : `c${i % 3}` }))
      .sort((a, b) => a.occurredAt - b.occurredAt),
  )

/** Everything that was decided, without the moment at which it was. */
async function readStored() {
  const { rows } = await getPool().query(
    `SELECT t.transaction_id, t.customer_ref, t.decision, t.alert_id, t.signals,
       (SELECT json_agg(json_build_array(l.line_no, l.signals) ORDER BY l.line_no) FROM transaction_lines l
        WHERE l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id) AS lines,
       (SELECT json_agg(json_build_array(h.alert_id, h.line_no, h.rule, h.value, h.threshold, h.facts) ORDER BY h.line_no, h.rule)
        FROM alert_hits h WHERE h.customer_ref = t.customer_ref AND h.transaction_id = t.transaction_id) AS hits
     FROM transactions t ORDER BY t.transaction_id`,
  )
  const alerts = await getPool().query('SELECT id, subject, severity, question FROM alerts ORDER BY id')
  const profiles = await getPool().query(
    `SELECT customer_ref, profile - 'questionsAt' AS profile FROM customer_profiles ORDER BY customer_ref`,
  )
  const items = await getPool().query('SELECT sku, usage FROM item_usage ORDER BY sku')
  return { transactions: rows, alerts: alerts.rows, profiles: profiles.rows, items: items.rows }
}

async function oneByOne(stream: readonly Transaction[]) {
  for (const one of stream) {
    const { rules, ...tested } = await testTransaction(one, Date.now())
    const { decision } = await decide(request(one))
    expect(tested).toEqual(decision)
    expect(rules.some((rule) => rule.fired)).toBe(decision.decision === 'ask')
  }
}

async function inABatch(stream: readonly Transaction[]) {
  async function* requests() {
    for (const one of stream) yield request(one)
  }
  for await (const answer of decideBatch<never>(requests())) expect(answer.kind).toBe('decided')
}

async function imported(stream: readonly Transaction[]) {
  const client = await getPool().connect()
  try {
    const replay = openReplay({
      pool: getPool(),
      client,
      source: 'import',
      importId: null,
      ruleSet: await getRuleSet(1),
      timeZone: 'UTC',
      receivedAt: Date.UTC(2026, 5, 1),
    })
    for (const one of stream) await replay.add({ kind: 'purchase', transaction: one })
    await replay.finish()
  } finally {
    client.release()
  }
}

it('a stream is decided alike one by one, tested beforehand, in a batch and imported', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(streams, async (stream) => {
      const stored = []
      for (const path of [oneByOne, inABatch, imported]) {
        await emptyTables()
        await path(stream)
        stored.push(await readStored())
      }
      asked += stored[0]!.alerts.length
      expect(stored[1]).toEqual(stored[0])
      expect(stored[2]).toEqual(stored[0])
    }),
    { numRuns: 12, seed: 20_261 },
  )
  expect(asked).toBeGreaterThan(0)
})
