import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { namedStories } from '../../../domain/demo/named-stories.ts'
import { demoYear } from '../../../domain/demo/demo-year.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { beforeAndAfter } from '../../../domain/views/before-and-after.ts'
import { getOverview } from '../../../server/analytics/analytics.ts'
import { getPool } from '../../../server/db/pool.ts'
import { ensureDemoOrganisation } from '../../../server/demo/ensure-demo-organisation.ts'
import { readEffects } from '../../../server/effects/read-effects.ts'
import { listMarkers } from '../../../server/views/list-markers.ts'

const dayMs = 86_400_000
const now = Date.UTC(2026, 10, 20, 12)
const silent = () => ({ update: () => undefined, finish: () => undefined })
const stories = namedStories(seededRandom('any'), demoYear(now, 'Europe/Warsaw'))

/** The whole year takes ten seconds on a quiet machine. */
const patienceMs = 240_000

beforeAll(() => ensureDemoOrganisation(now, silent), patienceMs)

async function read(sql: string, values: unknown[] = []): Promise<Record<string, unknown>> {
  return (await getPool().query(sql, values)).rows[0] as Record<string, unknown>
}

test('between one and three in a hundred transactions are worth asking about', async () => {
  const { share, transactions } = await read(
    'SELECT (SELECT count(*) FROM alerts)::float8 / count(*) AS share, count(*) AS transactions FROM transactions',
  )
  expect(transactions).toBeGreaterThan(30_000)
  expect(transactions).toBeLessThan(60_000)
  expect(share).toBeGreaterThan(0.01)
  expect(share).toBeLessThan(0.03)
})

test.each(stories)(
  '$customerRef is asked by $rule within the last days, and waits for an answer',
  async (story) => {
    const { rows } = await getPool().query(
      `SELECT h.rule, a.status, a.raised_at FROM alerts a JOIN alert_hits h ON h.customer_ref = a.customer_ref AND h.alert_id = a.id
      WHERE a.customer_ref = $1 AND h.transaction_id = $2`,
      [story.customerRef, story.transactionId],
    )
    expect(rows.map(({ rule }) => rule)).toContain(story.rule)
    expect(rows[0].status).toBe('open')
    expect(now - (rows[0].raised_at as Date).getTime()).toBeLessThan(4 * dayMs)
  },
)

test('by the rules of today every customer of a story is asked once: nothing before was unlike them', async () => {
  const { alerts } = await read(
    `SELECT count(*) AS alerts FROM alerts
      WHERE customer_ref = ANY($1) AND origin = 'rule'
        AND raised_at >= (SELECT activated_at FROM rule_set_versions WHERE version = 2)`,
    [stories.map(({ customerRef }) => customerRef)],
  )
  expect(alerts).toBe(stories.length)
})

test('each version of the rules decided about its own part of the year', async () => {
  const { rows } = await getPool().query(
    `SELECT v.version, v.status, min(t.occurred_at) >= v.activated_at AS after_start,
            v.retired_at IS NULL OR max(t.occurred_at) < v.retired_at AS before_end, count(*) > 10000 AS busy
       FROM rule_set_versions v JOIN transactions t ON t.rule_set_version = v.version GROUP BY v.version ORDER BY v.version`,
  )
  expect(rows).toEqual([
    { version: 1, status: 'retired', after_start: true, before_end: true, busy: true },
    { version: 2, status: 'active', after_start: true, before_end: true, busy: true },
  ])
})

test('every case keeps the terms of its kind: within how long the customer hears of us, and the playbook of an emergency', async () => {
  const { rows } = await getPool().query(
    `SELECT count(*)::int AS cases, count(*) FILTER (WHERE (e.payload ->> 'contactMinutes')::int = k.contact_minutes
              AND e.payload #>> '{playbook,key}' IS NOT DISTINCT FROM k.playbook_key)::int AS on_terms
       FROM cases c JOIN case_kinds k ON k.key = c.kind
       JOIN case_events e ON e.customer_ref = c.customer_ref AND e.case_id = c.id AND e.seq = 1
      WHERE c.source = 'demo'`,
  )
  expect(rows[0].cases).toBeGreaterThan(1000)
  expect(rows[0].on_terms).toBe(rows[0].cases)
})

test('every signal that can fire did, and mistakes, frauds and false alarms are among the answers', async () => {
  const { rows: rules } = await getPool().query('SELECT DISTINCT signal FROM alert_hits ORDER BY signal')
  expect(rules.map(({ signal }) => signal)).toEqual([
    'amount',
    'amountRatio',
    'digitSlip',
    'distanceKm',
    'habitBreak',
    'merchantRisk',
    'quantityRatio',
    'repeat',
    'sizeGap',
    'travelSpeedKmh',
  ])
  const { rows: outcomes } = await getPool().query(
    'SELECT DISTINCT outcome FROM alerts WHERE outcome IS NOT NULL ORDER BY outcome',
  )
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['fraud', 'intended', 'mistake', 'unreachable'])
})

test('every answer of the year tells who asked, and nobody counts as unreachable before the policy says so', async () => {
  const { answered, reached, told } = await read(
    `SELECT count(*) AS answered, count(a.reached_at) AS reached, count(e.seq) AS told
       FROM alerts a LEFT JOIN alert_events e ON e.customer_ref = a.customer_ref AND e.alert_id = a.id
        AND e.seq = a.version AND e.type = 'alert.confirmed' AND e.at = a.outcome_at
      WHERE a.status = 'confirmed'`,
  )
  expect(answered).toBeGreaterThan(300)
  expect([reached, told]).toEqual([answered, answered])
  const { early, unreachable } = await read(
    `SELECT count(*) FILTER (WHERE a.attempts < p.attempts
          OR a.last_attempt_at - a.first_attempt_at < make_interval(hours => p.attempt_hours)) AS early, count(*) AS unreachable
       FROM alerts a, asking_policy p WHERE a.status = 'unreachable'`,
  )
  expect(unreachable).toBeGreaterThan(5)
  expect(early).toBe(0)
})

test('of the money in frauds some was stopped, some got back, and some lost', async () => {
  const { rows } = await getPool().query(
    `SELECT DISTINCT r.kind FROM alert_remedies r JOIN alerts a ON a.customer_ref = r.customer_ref AND a.id = r.alert_id
      WHERE a.outcome = 'fraud' ORDER BY kind`,
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['lost', 'recovered', 'stopped'])
})

test('the overview names the desk that is short of people', async () => {
  const { handoffs } = await getOverview(parseScope({}), { now })
  expect(handoffs.explanation).toMatchObject({ dimension: 'desk', value: 'cards' })
  const ofDesk = await getOverview(parseScope({ filter: 'desk:is:cards' }), { now })
  expect(ofDesk.handoffs.answer.earlier?.difference).toMatchObject({
    intervalsOverlap: false,
    verdict: 'worse',
  })
})

test('the overview before and after the thresholds names the rule that was moved', async () => {
  const { at } = await read('SELECT activated_at AS at FROM rule_set_versions WHERE version = 2')
  const compared = beforeAndAfter((at as Date).getTime(), { now, zone: 'Europe/Warsaw' })
  const { alerts } = await getOverview({ ...parseScope({}), ...compared }, { now })
  expect(alerts.comparison?.difference.absolute).toBeLessThan(0)
  expect(alerts.explanation).toMatchObject({ dimension: 'rule', value: 'far-above-usual' })
})

test('the proposal that was implemented is a marker, and what came of it is known', async () => {
  await readEffects(now)
  const { markers } = await listMarkers(parseScope({ period: 'last-90-days' }), {
    now,
    personId: randomUUID(),
  })
  const implemented = markers.filter(({ kind }) => kind === 'proposal')
  expect(implemented).toHaveLength(1)
  const { state } = await read('SELECT state FROM effect_readings WHERE proposal_id = $1', [
    implemented[0]?.id,
  ])
  expect(state).toBe('likelyEffect')
})

test('a load that was cut off is done again and gives the same year; what the audit knows stays', async () => {
  // The random sample below the thresholds is drawn anew, and with it which question an alert joins: purchases are what repeats.
  const counts = `SELECT (SELECT count(*) FROM transactions) AS transactions, (SELECT count(*) FROM transaction_lines) AS lines`
  const before = await read(counts)
  const audited = await read('SELECT count(*) AS entries FROM audit_entries')
  await getPool().query('UPDATE organisation SET loaded_at = NULL')
  await getPool().query("DELETE FROM alerts WHERE raised_at > now() - interval '90 days'")
  await ensureDemoOrganisation(now, silent)
  expect(await read(counts)).toEqual(before)
  expect((await read('SELECT count(*) AS entries FROM audit_entries')).entries).toBeGreaterThan(
    Number(audited.entries),
  )
}, 240_000)

test('a complete organisation is left alone', async () => {
  const { loaded_at } = await read('SELECT loaded_at FROM organisation')
  await ensureDemoOrganisation(now + dayMs, silent)
  expect((await read('SELECT loaded_at FROM organisation')).loaded_at).toEqual(loaded_at)
})
