import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type DimensionKey } from '../../../../domain/metrics/dimensions.ts'
import { drillToBucket, drillToPart } from '../../../../domain/metrics/drill.ts'
import { type MetricKey, metrics } from '../../../../domain/metrics/metrics.ts'
import { parseScope, type Scope } from '../../../../domain/metrics/scope.ts'
import { seededRandom } from '../../../../domain/statistics/seeded-random.ts'
import { queryMetric } from '../../../../server/analytics/query-metric.ts'
import { listRows } from '../../../../server/analytics/rows/list-rows.ts'
import { type Asked, writeAsked } from './outcome-ledger.ts'

const day = 86_400_000
const start = Date.parse('2011-10-10T00:00:00Z')
const now = start + 40 * day

beforeAll(async () => {
  const random = seededRandom('outcomes')
  await writeAsked(
    Array.from({ length: 160 }, (): Asked => {
      const at = start + random.int(0, 35 * day - 1)
      const outcome = random.pick(['intended', 'mistake', 'fraud', 'unreachable', null] as const)
      const amountMinor = random.int(1_000, 90_000)
      return {
        at,
        rules: random.shuffle(['extra-zero', 'far-away', 'paid-twice']).slice(0, random.int(1, 2)),
        customer: `c${random.int(1, 15)}`,
        segment: random.pick([null, 'private', 'business']),
        currency: random.pick(['PLN', 'EUR']),
        outcome,
        outcomeAt: at + random.int(0, 5 * day),
        outcomeSource: random.pick(['person', 'customer', 'inferred']),
        amountMinor,
        ...(outcome === 'mistake' && { mistakeMinor: random.int(1, amountMinor) }),
        ...(outcome === 'fraud' && { remedies: { stopped: random.int(1, 500), lost: random.int(1, 500) } }),
        origin: random.chance(0.1) ? 'sample' : 'rule',
        source: random.pick(['api', 'import']),
        status: random.chance(0.05) ? 'withdrawn' : undefined,
        dueAt: at + random.int(0, day),
        attempts: random.int(0, 3),
        takenBack: Array.from({ length: random.int(0, 2) }, () => ({
          amountMinor: random.int(1, 900),
          asked: random.chance(0.4),
          afterMs: random.int(0, 2 * day),
        })),
      }
    }),
  )
})

const scopes = fc
  .record({
    period: fc.constantFrom('2011-10', '2011-W43', '2011-10-20..2011-11-05', 'all'),
    zone: fc.constantFrom('Europe/Warsaw', 'UTC', 'Asia/Kathmandu'),
    bucket: fc.constantFrom('day', 'week', 'month'),
    filter: fc.array(
      fc.constantFrom(
        'rule:is:extra-zero',
        'segment:isNot:private',
        'currency:is:PLN',
        'waited:isNot:waiting',
      ),
      { maxLength: 2 },
    ),
    compare: fc.constant('none'),
  })
  .map(parseScope)
const runs = { numRuns: 25, seed: 11 }

/** Metrics whose rows are alerts or lines: one thing in one place, so that ranges and parts add up. */
const adding = [
  'outcome-mix',
  'worth-asking-precision',
  'worth-asking-precision-by-amount',
  'needless-question-rate',
  'time-to-confirmation',
  'harm-averted',
  'harm-lost',
  'missed-mistakes',
  'missed-amount',
  'mistake-recall',
] as const satisfies readonly MetricKey[]
const key = fc.constantFrom(...adding)

async function count(of: MetricKey, scope: Scope): Promise<number> {
  const { total } = await queryMetric(of, scope, { now })
  return total.numerator ?? total.n
}

test('in every bucket the outcomes add up to all alerts of the bucket, and their shares to 1', async () => {
  await fc.assert(
    fc.asyncProperty(scopes, async (scope) => {
      const { points, series } = await queryMetric('outcome-mix', scope, { now })
      const volume = await queryMetric('alert-volume', scope, { now })
      points.forEach((point, index) => {
        const parts = (series ?? []).map((part) => part.points[index])
        const sum = (values: readonly (number | null | undefined)[]) =>
          values.reduce<number>((total, value) => total + (value ?? 0), 0)
        expect(sum(parts.map((part) => part?.numerator))).toBe(volume.points[index]?.n)
        if (point.n > 0) expect(sum(parts.map((part) => part?.value))).toBeCloseTo(1, 9)
      })
    }),
    runs,
  )
})

test('adjoining ranges add up to the range of both', async () => {
  await fc.assert(
    fc.asyncProperty(key, scopes, fc.integer({ min: 10, max: 30 }), async (of, scope, split) => {
      const within = (period: string) => ({ ...scope, period: parseScope({ period }).period })
      const first = await count(of, within(`2011-10-01..2011-10-${split}`))
      const second = await count(of, within(`2011-10-${split + 1}..2011-10-31`))
      expect(first + second).toBe(await count(of, within('2011-10')))
    }),
    runs,
  )
})

test('a filter and its negation add up to everything', async () => {
  const conditions = fc.constantFrom(
    'rule:is:far-away',
    'outcome:is:mistake',
    'waited:is:m5,h1',
    'severity:is:medium',
  )
  await fc.assert(
    fc.asyncProperty(key, scopes, conditions, async (of, scope, text) => {
      const [condition] = parseScope({ filter: [text] }).filters
      if (condition === undefined) throw new Error('No filter to test')
      const held = await count(of, { ...scope, filters: [...scope.filters, condition] })
      const rest = await count(of, {
        ...scope,
        filters: [...scope.filters, { ...condition, operator: 'isNot' }],
      })
      expect(held + rest).toBe(await count(of, scope))
    }),
    runs,
  )
})

test('parts add up to the total, money in each currency by itself', async () => {
  const split = fc.constantFrom<DimensionKey>('segment', 'currency', 'waited', 'outcome')
  await fc.assert(
    fc.asyncProperty(key, split, scopes, async (of, by, scope) => {
      const { total, series } = await queryMetric(of, scope, { now, by })
      const parts = (series ?? []).map((part) => part.total.numerator ?? part.total.n)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total.numerator ?? total.n)
      if (metrics[of].unit !== 'money' || by !== 'currency') return
      for (const part of series ?? []) {
        const buckets = part.points.reduce((sum, { value }) => sum + (value ?? 0), 0)
        expect(buckets).toBe(part.total.value)
      }
    }),
    runs,
  )
})

test('every mark opens as many rows as it rests on', async () => {
  await fc.assert(
    fc.asyncProperty(key, scopes, async (of, scope) => {
      const { points, series, bucket, zone } = await queryMetric(of, scope, { now, by: 'currency' })
      const rows = metrics[of].rows
      for (const point of points.filter(({ n }) => n > 0).slice(0, 3)) {
        const inBucket = drillToBucket({ ...scope, zone }, { ...point, unit: bucket, zone })
        const page = await listRows(rows, inBucket, { now, limit: 1 })
        expect(page.total).toBe(point.numerator ?? point.n)
      }
      for (const part of series ?? []) {
        const page = await listRows(rows, drillToPart(scope, 'currency', part.by.value), { now, limit: 1 })
        expect(page.total).toBe(part.total.numerator ?? part.total.n)
      }
    }),
    runs,
  )
})
