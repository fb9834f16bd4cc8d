import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { queryMetric } from '../../../server/analytics/query-metric.ts'
import { rebuildRollup } from '../../../server/analytics/rollup/rebuild-rollup.ts'
import { refreshRollup } from '../../../server/analytics/rollup/refresh-rollup.ts'
import { listRows } from '../../../server/analytics/rows/list-rows.ts'
import { getPool } from '../../../server/db/pool.ts'
import { clearLedger, writeEntries } from './ledger.ts'
import { randomEntries } from './random-ledger.ts'

const range = { from: Date.parse('2011-11-07T00:00:00Z'), to: Date.parse('2011-11-09T00:00:00Z') }
const now = Date.parse('2011-11-20T00:00:00Z')
const scope = parseScope({ period: 'all', zone: 'Europe/Warsaw', compare: 'none' })

/** The cache as a recount of all rows would make it, written down independently of the product's own query. */
const recounted = `
  SELECT slot, segment, channel, currency, sum(t)::int AS transactions, sum(q)::int AS asked, sum(a)::int AS alerts FROM (
    SELECT to_timestamp(floor(extract(epoch FROM t.occurred_at) / 900) * 900) AS slot, coalesce(t.segment, '') AS segment,
      t.channel, t.currency, 1 AS t,
      CASE WHEN EXISTS (SELECT FROM alerts x WHERE x.id = t.alert_id AND x.status <> 'withdrawn') THEN 1 ELSE 0 END AS q, 0 AS a
    FROM transactions t WHERE t.current AND t.kind = 'purchase'
    UNION ALL
    SELECT to_timestamp(floor(extract(epoch FROM raised_at) / 900) * 900), coalesce(segment, ''), channel, currency, 0, 0, 1
    FROM alerts WHERE status <> 'withdrawn'
  ) event GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`

const cached = `SELECT slot, segment, channel, currency, transactions, asked, alerts FROM screening_rollup ORDER BY 1, 2, 3, 4`

async function rowsOf(text: string): Promise<unknown[]> {
  return (await getPool().query(text)).rows
}

async function refreshAll(): Promise<void> {
  while (((await refreshRollup()) ?? 1) > 0);
}

beforeEach(clearLedger)

describe('the rollup', () => {
  test('equals a recount of the rows, whatever was written and refreshed in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 5 }),
        async (seed, sizes) => {
          await clearLedger()
          const random = seededRandom(seed)
          for (const size of sizes) {
            await writeEntries(randomEntries(random, size, range))
            await refreshRollup()
          }
          expect(await rowsOf(cached)).toEqual(await rowsOf(recounted))
        },
      ),
      { numRuns: 12, seed: 11 },
    )
  })

  test('loses nothing while four writers and two refreshers are at it, and figures are never stale', async () => {
    let written = 0
    const writers = [1, 2, 3, 4].map(async (writer) => {
      const random = seededRandom(`writer ${writer}`)
      for (let turn = 0; turn < 25; turn += 1) {
        const entries = randomEntries(random, 4, range)
        await writeEntries(entries)
        written += 1
      }
    })
    let writing = true
    const refreshers = [1, 2].map(async () => {
      while (writing) await refreshRollup()
    })
    const readers = [1].map(async () => {
      while (writing && written < 100) {
        const before = (await listRows('alerts', allWhenEmpty, { now })).total
        const figure = (await queryMetric('alert-volume', allWhenEmpty, { now })).total.n
        const after = (await listRows('alerts', allWhenEmpty, { now })).total
        expect(figure).toBeGreaterThanOrEqual(before)
        expect(figure).toBeLessThanOrEqual(after)
      }
    })
    await Promise.all([...writers, ...readers])
    writing = false
    await Promise.all(refreshers)
    await refreshAll()
    expect(await rowsOf(cached)).toEqual(await rowsOf(recounted))
    expect(await rowsOf('SELECT 1 FROM dirty_slots')).toEqual([])
  })

  test('keeps the mark of a writer who commits only after the refresh has counted', async () => {
    await writeEntries([{ id: 'early', at: range.from, alert: { rules: ['extra-zero'] } }])
    const writer = await getPool().connect()
    try {
      await writer.query('BEGIN')
      await writer.query(
        `INSERT INTO transactions SELECT (json_populate_record(t, '{"transaction_id":"late","alert_id":null}')).*
         FROM transactions t`,
      )
      await writer.query('INSERT INTO dirty_slots (slot) VALUES ($1)', [new Date(range.from).toISOString()])
      await refreshAll()
      await writer.query('COMMIT')
    } finally {
      writer.release()
    }
    expect((await queryMetric('ask-rate', scope, { now })).total).toMatchObject({ numerator: 1, n: 2 })
    await refreshAll()
    expect(await rowsOf(cached)).toEqual(await rowsOf(recounted))
  })

  test('is put right by a rebuild when somebody spoiled it', async () => {
    await writeEntries(randomEntries(seededRandom('spoiled'), 40, range))
    await refreshAll()
    await getPool().query(
      "UPDATE screening_rollup SET alerts = 99; INSERT INTO screening_rollup VALUES ('1999-01-01', '', 'card', 'PLN', 5, 5, 5)",
    )
    expect(await rebuildRollup()).toBeGreaterThan(10)
    expect(await rowsOf(cached)).toEqual(await rowsOf(recounted))
  })

  test('is refreshed by one process at a time', async () => {
    const other = await getPool().connect()
    try {
      await other.query('BEGIN; SELECT pg_advisory_xact_lock(7301004)')
      expect(await refreshRollup()).toBeNull()
    } finally {
      await other.query('COMMIT')
      other.release()
    }
    expect(await refreshRollup()).toBe(0)
  })
})

/** The period is named, because before the first row there is no "all". */
const allWhenEmpty = parseScope({ period: '2011-11', zone: 'UTC', compare: 'none' })
