import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { careAccounts } from '../../../domain/demo/care-people.ts'
import { type CareMetricKey, careMetricKeys, careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { parseScope, type Scope } from '../../../domain/metrics/scope.ts'
import { type LocalDate } from '../../../domain/time/local-date.ts'
import { getCareMetric } from '../../../server/analytics/care/get-care-metric.ts'
import { isLiveKey } from '../../../server/analytics/care/read-live-rows.ts'
import { getCaseReview } from '../../../server/analytics/cases/get-case-review.ts'
import { getHandoffReview } from '../../../server/analytics/handoffs/get-handoff-review.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { loadCare } from '../../../server/demo/load-care.ts'

const now = Date.UTC(2026, 10, 20, 11)

beforeAll(async () => {
  for (const { email } of careAccounts) {
    await getPrisma().person.create({
      data: { id: randomUUID(), email, name: email, role: 'staff', passwordHash: 'none' },
    })
  }
  await loadCare(now, 'Europe/Warsaw')
}, 120_000)

/** Every metric of a period; the others are of this moment. */
const metricKey = fc.constantFrom(...careMetricKeys.filter((key) => !isLiveKey(key)))
const zone = fc.constantFrom('Europe/Warsaw', 'UTC', 'Asia/Kathmandu', 'America/St_Johns')
const filter = fc.constantFrom(
  'desk:is:branch,cards',
  'channel:is:phone',
  'kind:isNot:other',
  'emergency:is:no',
)
const runs = { numRuns: 60, seed: 11 }

async function rowsOf(key: CareMetricKey, scope: Scope): Promise<number> {
  return (await getCareMetric(key, { ...scope, compare: null }, { now })).total.n
}

/** The metric's own filters among them: a filter that it does not have is refused. */
function scopeOf(
  key: CareMetricKey,
  texts: { period: string; zone: string; filter: readonly string[] },
): Scope {
  const scope = parseScope({ ...texts, bucket: 'month', compare: 'none' })
  const known: readonly string[] = careMetrics[key].dimensions
  return { ...scope, filters: scope.filters.filter(({ dimension }) => known.includes(dimension)) }
}

const dayMs = 86_400_000
const dateAt = (day: number): LocalDate =>
  new Date(Date.UTC(2026, 2, 1) + day * dayMs).toISOString().slice(0, 10) as LocalDate

describe('for any metric of handoffs and cases', () => {
  test('adjoining ranges rest on as many rows as the range of both', async () => {
    let counted = 0
    await fc.assert(
      fc.asyncProperty(
        metricKey,
        zone,
        fc.array(filter, { maxLength: 2 }),
        fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
        async (key, zone, filter, [from, first, second]) => {
          const within = (start: number, days: number) =>
            scopeOf(key, { zone, filter, period: `${dateAt(start)}..${dateAt(start + days - 1)}` })
          const both = await rowsOf(key, within(from, first + second))
          const parts = [
            await rowsOf(key, within(from, first)),
            await rowsOf(key, within(from + first, second)),
          ]
          expect([key, parts[0]! + parts[1]!]).toEqual([key, both])
          counted += both
        },
      ),
      runs,
    )
    expect(counted).toBeGreaterThan(5_000)
  })

  test('a filter and its negation rest on as many rows as everything', async () => {
    await fc.assert(
      fc.asyncProperty(metricKey, zone, filter, async (key, zone, text) => {
        const scope = scopeOf(key, { zone, filter: [], period: '2026-04-01..2026-09-30' })
        const { filters } = scopeOf(key, { zone, filter: [text], period: '2026-04-01..2026-09-30' })
        const [condition] = filters
        if (condition === undefined) return
        const operator = condition.operator === 'is' ? 'isNot' : 'is'
        const held = await rowsOf(key, { ...scope, filters: [condition] })
        const others = await rowsOf(key, { ...scope, filters: [{ ...condition, operator }] })
        expect([key, text, held + others]).toEqual([key, text, await rowsOf(key, scope)])
      }),
      runs,
    )
  })

  test('the comparison is what one sees when opening the earlier period', async () => {
    await fc.assert(
      fc.asyncProperty(metricKey, zone, async (key, zone) => {
        const later = scopeOf(key, { zone, filter: [], period: '2026-07-06..2026-08-02' })
        const earlier = scopeOf(key, { zone, filter: [], period: '2026-06-08..2026-07-05' })
        const { comparison } = await getCareMetric(key, { ...later, compare: { kind: 'previous' } }, { now })
        const opened = await getCareMetric(key, earlier, { now })
        expect([key, comparison?.total]).toEqual([key, opened.total])
      }),
      { ...runs, numRuns: 30 },
    )
  })

  test('a zone moves only the edges: a range around all of the data is the same in each', async () => {
    // Long after the last event, so that all that was due lies within the range.
    const later = now + 60 * dayMs
    const within = (key: CareMetricKey, zone: string) =>
      getCareMetric(key, scopeOf(key, { zone, filter: [], period: '2025-09-01..2026-12-31' }), { now: later })
    for (const key of careMetricKeys.filter((one) => !isLiveKey(one))) {
      const zones = ['Europe/Warsaw', 'Asia/Kathmandu', 'America/St_Johns']
      const totals = await Promise.all(zones.map(async (zone) => (await within(key, zone)).total))
      expect([key, totals[1], totals[2]]).toEqual([key, totals[0], totals[0]])
    }
  })

  test('half is never reached after nine tenths', async () => {
    let compared = 0
    for (const filter of [[], ['desk:is:branch'], ['channel:is:phone'], ['emergency:is:yes']]) {
      const scope = parseScope({
        period: 'all',
        zone: 'Europe/Warsaw',
        bucket: 'month',
        compare: 'none',
        filter,
      })
      const pages = [await getCaseReview(scope, { now }), await getHandoffReview(scope, { now })]
      for (const { key, total, points } of pages.flatMap(({ metrics }) => Object.values(metrics))) {
        for (const figure of [total, ...points.map((point) => point.figure)]) {
          if (figure?.kind !== 'duration') continue
          const { p50, p90 } = figure.durations
          if (p90.value === null) continue
          compared++
          expect([key, p50.value !== null && p50.value <= p90.value]).toEqual([key, true])
        }
      }
    }
    expect(compared).toBeGreaterThan(100)
  })

  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('Warsaw’s %s has %i hours, which add up to the day', async (day, hours) => {
    for (const key of ['cases-opened', 'handoff-volume'] as const) {
      const scope = parseScope({ period: day, zone: 'Europe/Warsaw', bucket: 'hour', compare: 'none' })
      const { points, total } = await getCareMetric(key, scope, { now })
      expect(points).toHaveLength(hours)
      expect(points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total.value)
    }
  })
})
