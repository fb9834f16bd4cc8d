import { parse } from 'csv-parse/sync'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { careAccounts } from '../../../domain/demo/care-people.ts'
import { type CareFigure } from '../../../domain/metrics/care/care-answer.ts'
import { type CareMetricKey, careMetricKeys, careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { exportCareRows } from '../../../server/analytics/care/export-care-rows.ts'
import { listCareRows } from '../../../server/analytics/care/list-care-rows.ts'
import { rebuildChunks } from '../../../server/analytics/care/refresh-chunks.ts'
import { getCaseReview } from '../../../server/analytics/cases/get-case-review.ts'
import { getHandoffReview } from '../../../server/analytics/handoffs/get-handoff-review.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { loadCare } from '../../../server/demo/load-care.ts'

const now = Date.UTC(2026, 10, 20, 11)
const zone = 'Europe/Warsaw'
/** Six weeks with the change of clocks inside. */
const scope = parseScope({ period: '2026-10-10..2026-11-20', zone, bucket: 'day', compare: 'previous' })

async function figures(): Promise<Readonly<Record<string, CareFigure>>> {
  const cases = await getCaseReview(scope, { now })
  const handoffs = await getHandoffReview(scope, { now })
  const measured = Object.values({ ...cases.metrics, ...handoffs.metrics })
  return {
    ...Object.fromEntries(measured.map(({ key, total }) => [key, total])),
    backlog: { kind: 'count', count: cases.backlog.cases },
    'silent-cases': { kind: 'count', count: cases.silentCases },
    'promise-coverage': { kind: 'rate', rate: cases.promiseCoverage },
    'memo-turnaround': { kind: 'duration', durations: cases.memoTurnaround },
  }
}

/** How many rows a figure must have behind it: all, those that met it, those that missed it. */
function rowsOf(figure: CareFigure): Record<'counted' | 'met' | 'missed', number> {
  switch (figure.kind) {
    case 'rate': {
      const { numerator, denominator } = figure.rate
      return { counted: denominator, met: numerator, missed: denominator - numerator }
    }
    case 'duration': {
      const { n, ended, open } = figure.durations
      return { counted: n, met: ended, missed: open }
    }
    case 'index':
      return { counted: figure.index.n, met: 0, missed: 0 }
    case 'count':
      return { counted: figure.count, met: 0, missed: 0 }
    default:
      return { counted: figure.n, met: 0, missed: 0 }
  }
}

const list = (key: CareMetricKey, part: 'counted' | 'met' | 'missed', cursor: string | null = null) =>
  listCareRows(key, scope, { now, part, cursor, limit: 50 })

describe("the demo's year of care", () => {
  let known: Readonly<Record<string, CareFigure>>

  beforeAll(async () => {
    for (const { email } of careAccounts) {
      await getPrisma().person.create({
        data: { id: randomUUID(), email, name: email, role: 'staff', passwordHash: 'none' },
      })
    }
    await loadCare(now, zone)
    known = await figures()
  }, 120_000)

  test('every metric stands on a page', () => {
    expect(Object.keys(known).toSorted()).toEqual([...careMetricKeys].toSorted())
  })

  test.each(careMetricKeys)('%s: as many rows as it counts, page by page', async (key) => {
    const expected = rowsOf(known[key]!)
    for (const part of ['counted', 'met', 'missed'] as const) {
      const first = await list(key, part)
      expect([part, first.total]).toEqual([part, expected[part]])
      let { nextCursor } = first
      let listed = first.rows.length
      while (nextCursor !== null) {
        const next = await list(key, part, nextCursor)
        listed += next.rows.length
        nextCursor = next.nextCursor
      }
      expect([part, listed]).toEqual([part, expected[part]])
    }
  })

  test.each(['acceptance-time', 'reopen-rate', 'backlog', 'memo-turnaround'] as const)(
    '%s: the file has as many rows as the figure counts and says so',
    async (key) => {
      const text = await exportCareRows(key, scope, { now, part: 'counted', dialect: 'plain' })
      const lines: string[][] = parse(text, { relax_column_count: true })
      const { counted } = rowsOf(known[key]!)
      expect(lines.filter(([cell]) => !cell!.startsWith('#'))).toHaveLength(counted + 1)
      expect(lines.at(-1)).toEqual(['# rows', String(counted)])
    },
  )

  test('the cells of the ageing table have their own rows', async () => {
    const { backlog } = await getCaseReview(scope, { now })
    expect(backlog.parts.length).toBeGreaterThan(0)
    for (const { turn, age, cases } of backlog.parts) {
      const { total, rows } = await listCareRows('backlog', scope, {
        ...{ now, part: 'counted', cursor: null, limit: 200, cell: { turn, age } },
      })
      expect(total).toBe(cases)
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set([turn]))
    }
  })

  test('open(t) = open(t-1) + opened + reopened - resolved, day by day, and equals a count of segments', async () => {
    const { flow, openBefore } = await getCaseReview(scope, { now })
    let open = openBefore
    for (const { to, opened, reopened, resolved, openAtEnd } of flow) {
      open += opened + reopened - resolved
      expect(openAtEnd).toBe(open)
      const { rows } = await getPool().query<{ n: number }>(
        `SELECT count(*) AS n FROM case_segments s JOIN cases c ON c.customer_ref = s.customer_ref AND c.id = s.case_id
         WHERE c.excluded IS NULL AND c.status <> 'merged' AND s.started_at < $1 AND (s.ended_at IS NULL OR s.ended_at >= $1)`,
        [new Date(Math.min(to, now))],
      )
      expect(openAtEnd).toBe(rows[0]?.n)
    }
  })

  test('the transfer matrix adds up to the accepted handoffs, and they to handoffs per case', async () => {
    const { metrics, transfers } = await getHandoffReview(scope, { now })
    const sum = transfers.reduce((total, { handoffs }) => total + handoffs, 0)
    expect(metrics['transfer-matrix'].total).toEqual({ kind: 'count', count: sum })
    const whole = parseScope({ period: 'all', zone, bucket: 'month', compare: 'none' })
    const all = await getHandoffReview(whole, { now })
    const { rows } = await getPool().query<{ n: number }>(
      `SELECT count(*) AS n FROM handoffs h JOIN cases c ON c.customer_ref = h.customer_ref AND c.id = h.case_id
       WHERE c.excluded IS NULL AND c.status <> 'merged' AND h.accepted_at IS NOT NULL`,
    )
    expect(all.transfers.reduce((total, { handoffs }) => total + handoffs, 0)).toBe(rows[0]?.n)
  })

  test('figures from rows, from chunks and from chunks made anew are the same', async () => {
    const fromRows = known
    await rebuildChunks()
    expect(await figures()).toEqual(fromRows)
    await rebuildChunks()
    expect(await figures()).toEqual(fromRows)
  }, 60_000)

  test('durations name the longest that still waits only while something does', () => {
    for (const key of careMetricKeys) {
      const figure = known[key]!
      if (figure.kind !== 'duration') continue
      const { open, stillOpen, oldestOpenMs } = figure.durations
      expect([key, stillOpen <= open, oldestOpenMs === null]).toEqual([key, true, stillOpen === 0])
      expect(careMetrics[key].unit).toBe('duration')
    }
  })
})
