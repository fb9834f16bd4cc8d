import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { servicenowIncidents } from '../../../domain/imports/servicenow-incidents.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { getCaseReview } from '../../../server/analytics/cases/get-case-review.ts'
import { rebuildChunks, refreshChunks } from '../../../server/analytics/care/refresh-chunks.ts'
import { getHandoffReview } from '../../../server/analytics/handoffs/get-handoff-review.ts'
import { getPool } from '../../../server/db/pool.ts'
import { importIncidents, type IncidentImportResult } from '../../../server/imports/imports.ts'
import { countIncidentLog, type IncidentCount } from './incident-log-count.ts'

const file = path.resolve(process.env.TEST_DATA ?? '../shared/data', 'incident-event-log.csv.gz')
const present = existsSync(file)
if (!present) console.log(`Skipped: ${file} is not here (UCI Machine Learning Repository, data set 498)`)

/** Everything is resolved by then and every window has passed. */
const now = Date.UTC(2017, 5, 1)
const whole = parseScope({ period: '2016-02-01..2017-03-31', zone: 'UTC', compare: 'none' })

const rowsOf = async (text: string) => (await getPool().query<Record<string, number>>(text)).rows

describe.skipIf(!present)('the public incident log', () => {
  let counted: IncidentCount
  let imported: IncidentImportResult

  beforeAll(async () => {
    counted = countIncidentLog(file)
    imported = await importIncidents({ file, mapping: servicenowIncidents, now })
    while (((await refreshChunks()) ?? 0) > 0);
  }, 240_000)

  test('every incident is one case and every change of group one handoff', async () => {
    const [cases] = await rowsOf('SELECT count(*) AS n FROM cases')
    const [handoffs] = await rowsOf('SELECT count(*) AS n, count(accepted_at) AS accepted FROM handoffs')
    expect([cases?.n, handoffs?.n, handoffs?.accepted]).toEqual([
      counted.incidents,
      counted.handoffs,
      counted.accepted,
    ])
    expect(imported.summary).toMatchObject({ cases: counted.incidents, handoffs: counted.handoffs })
  })

  test('cases by number of handoffs', async () => {
    const rows = await rowsOf('SELECT handoff_count AS handoffs, count(*) AS cases FROM cases GROUP BY 1')
    expect(Object.fromEntries(rows.map(({ handoffs, cases }) => [handoffs, cases]))).toEqual(
      counted.casesByHandoffs,
    )
    const { metrics } = await getHandoffReview(whole, { now })
    const { 0: none = 0, 1: one = 0, 2: two = 0 } = counted.casesByHandoffs
    expect(metrics['handoffs-per-case'].total).toMatchObject({
      n: counted.incidents,
      parts: [none, one, two, counted.incidents - none - one - two].map((count) => ({ count })),
    })
  })

  test('ping-pong, acceptance and the transfer matrix', async () => {
    const review = await getHandoffReview(whole, { now })
    const { metrics, transfers } = review
    expect(metrics['ping-pong'].total).toEqual({ kind: 'count', count: counted.pingPongs })
    expect(review.pingPongPairs.reduce((sum, { runs }) => sum + runs, 0)).toBe(counted.pingPongs)
    const acceptance = metrics['acceptance-time'].total
    if (acceptance.kind !== 'duration') throw new Error('Acceptance is a duration')
    expect(acceptance.durations.n).toBe(counted.handoffs)
    expect(acceptance.durations.p50.value).toBe(counted.acceptance.p50)
    expect(acceptance.durations.p90.value).toBe(counted.acceptance.p90)
    const matrix = new Map(transfers.map((cell) => [`${cell.fromDesk}>${cell.toDesk}`, cell.handoffs]))
    expect(matrix).toEqual(counted.transfers)
    expect(transfers.reduce((sum, { handoffs }) => sum + handoffs, 0)).toBe(counted.accepted)
  })

  test('resolution percentiles and reopenings', async () => {
    const { metrics } = await getCaseReview(whole, { now })
    const resolution = metrics['time-to-first-resolution'].total
    if (resolution.kind !== 'duration') throw new Error('Resolution is a duration')
    expect(resolution.durations.ended).toBe(counted.incidents)
    expect(resolution.durations.p50.value).toBe(counted.firstResolution.p50)
    expect(resolution.durations.p90.value).toBe(counted.firstResolution.p90)
    const [exact] = await rowsOf(`
      SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_resolved_at - opened_at) * 1000)::float8 AS p50,
        percentile_disc(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM first_resolved_at - opened_at) * 1000)::float8 AS p90,
        count(*) FILTER (WHERE reopens > 0) AS reopened, sum(reopens) AS reopenings
      FROM cases`)
    expect(exact).toEqual({
      ...counted.firstResolution,
      reopened: counted.reopened,
      reopenings: counted.reopenings,
    })
    expect(metrics['reopen-rate'].total).toMatchObject({
      rate: { numerator: counted.reopenedWithin7Days, denominator: counted.incidents },
    })
    expect(metrics['cases-reopened'].total).toEqual({ kind: 'count', count: counted.reopenings })
  })

  test('whether customers were served is not applicable: neither 0 nor 100 %', async () => {
    const { metrics, notKnown } = await getHandoffReview(whole, { now })
    expect(notKnown).toBe(counted.handoffs)
    for (const key of ['began-to-be-served-rate', 'repeat-yourself-rate', 'warm-share'] as const) {
      expect(metrics[key].total).toMatchObject({ rate: { value: null, denominator: 0 } })
    }
    expect(metrics['customer-gap'].total).toMatchObject({ durations: { n: 0 } })
  })

  test('desks and kinds are added inactive, open round the clock', async () => {
    const [desks] = await rowsOf(
      `SELECT count(*) AS desks, count(*) FILTER (WHERE active) AS active FROM desks
       WHERE key IN (SELECT desk FROM case_segments UNION SELECT to_desk FROM handoffs UNION SELECT first_desk FROM cases)`,
    )
    expect(desks).toEqual({ desks: counted.desks, active: 0 })
  })

  test('segments tile the open time of every case', async () => {
    const [broken] = await rowsOf(`
      WITH tiled AS (
        SELECT case_id, started_at, ended_at, cycle,
          lag(ended_at) OVER (PARTITION BY customer_ref, case_id, cycle ORDER BY seq) AS before
        FROM case_segments
      )
      SELECT count(*) AS n FROM tiled WHERE ended_at IS NULL OR ended_at <= started_at OR before <> started_at`)
    expect(broken?.n).toBe(0)
  })

  test('open cases reconcile with the segments every day', async () => {
    const scope = parseScope({
      period: '2016-03-01..2016-05-29',
      bucket: 'day',
      zone: 'Europe/Warsaw',
      compare: 'none',
    })
    const { flow, backlog } = await getCaseReview(scope, { now })
    for (const { to, openAtEnd } of flow) {
      const { rows } = await getPool().query<{ n: number }>(
        'SELECT count(*) AS n FROM case_segments WHERE started_at <= $1 AND (ended_at > $1 OR ended_at IS NULL)',
        [new Date(to - 1)],
      )
      expect(openAtEnd).toBe(rows[0]?.n)
    }
    expect(backlog.cases).toBe(flow.at(-1)?.openAtEnd)
  })

  test('the same file again changes nothing, and another file brings no incident twice', async () => {
    const again = await importIncidents({ file, mapping: servicenowIncidents, now })
    expect(again.outcome).toBe('alreadyImported')
    expect(again.summary).toEqual(imported.summary)
    await getPool().query('DELETE FROM import_runs')
    const other = await importIncidents({ file, mapping: servicenowIncidents, now })
    expect(other.summary).toMatchObject({ cases: 0, alreadyStored: counted.incidents })
  }, 120_000)

  test('chunks made anew hold the same figures as the rows', async () => {
    const cached = await getHandoffReview(whole, { now })
    await getPool().query('INSERT INTO dirty_case_weeks (week) SELECT DISTINCT week FROM case_chunks')
    const fromRows = await getHandoffReview(whole, { now })
    expect(fromRows).toEqual(cached)
    await rebuildChunks()
    expect(await getHandoffReview(whole, { now })).toEqual(cached)
  }, 120_000)
})
