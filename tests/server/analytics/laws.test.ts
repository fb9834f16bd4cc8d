import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DimensionKey, dimensions } from '../../../domain/metrics/dimensions.ts'
import { drillToBucket, drillToPart } from '../../../domain/metrics/drill.ts'
import { type RowKind } from '../../../domain/metrics/metric.ts'
import { type MetricKey, metricKeys, metrics } from '../../../domain/metrics/metrics.ts'
import { type Scope, parseScope } from '../../../domain/metrics/scope.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { exportRows } from '../../../server/analytics/export/export-rows.ts'
import { queryMetric } from '../../../server/analytics/query-metric.ts'
import { refreshRollup } from '../../../server/analytics/rollup/refresh-rollup.ts'
import { type RowPage, listRows } from '../../../server/analytics/rows/list-rows.ts'
import { writeEntries } from './ledger.ts'
import { randomEntries } from './random-ledger.ts'

/** Five weeks around Warsaw's day of 25 hours, 30 October 2011. */
const range = { from: Date.parse('2011-10-10T00:00:00Z'), to: Date.parse('2011-11-14T00:00:00Z') }
const now = Date.parse('2011-11-12T15:20:00Z')

beforeAll(async () => {
  const entries = randomEntries(seededRandom('laws'), 600, range)
  await writeEntries(entries.slice(0, 450))
  await refreshRollup()
  // What comes after the refresh is counted from rows beside the rollup.
  await writeEntries(entries.slice(450))
})

const filter = fc.constantFrom(
  'rule:is:extra-zero',
  'rule:isNot:paid-twice,far-away',
  'pair:is:extra-zero%2Bpaid-twice',
  'segment:is:private,',
  `segment:isNot:${encodeURIComponent('a,b & c')}`,
  'channel:is:card,online',
  'currency:isNot:EUR',
  'severity:is:high',
  'outcome:is:pending',
  'hour:is:9,10,11,33,34,35',
  'customer:isNot:c1,c2',
)

const scopes = fc
  .record(
    {
      period: fc.constantFrom(
        '2011-10-30',
        '2011-W43',
        '2011-10',
        '2011-Q4',
        '2011-10-20..2011-11-05',
        'last-7-days',
        'all',
      ),
      compare: fc.constantFrom('none', 'previous', 'weekday'),
      zone: fc.constantFrom('Europe/Warsaw', 'UTC', 'Asia/Kathmandu', 'America/St_Johns'),
      bucket: fc.constantFrom('day', 'week', 'month'),
      complete: fc.constantFrom('0', '1'),
      filter: fc.array(filter, { maxLength: 3 }),
    },
    { requiredKeys: ['period', 'filter'] },
  )
  .map(parseScope)

const metricKey = fc.constantFrom(...metricKeys)
const runs = { numRuns: 40, seed: 7 }

/** What the figure counts: of a share its numerator. */
async function count(key: MetricKey, scope: Scope): Promise<number> {
  const { total } = await queryMetric(key, { ...scope, compare: null }, { now })
  return total.numerator ?? total.n
}

function withPeriod(scope: Scope, period: string): Scope {
  return { ...scope, ...{ period: parseScope({ period }).period, completeOnly: false } }
}

describe('for any scope', () => {
  test('the figure is the number of rows that it opens, page by page, and of the export', async () => {
    await fc.assert(
      fc.asyncProperty(
        metricKey,
        scopes,
        fc.constantFrom('newest', 'oldest', 'largest'),
        async (key, scope, sort) => {
          const expected = await count(key, scope)
          const kind = metrics[key].rows
          const keys = new Set<string>()
          let cursor: string | null = null
          do {
            const page: RowPage<RowKind> = await listRows<RowKind>(kind, scope, {
              now,
              sort,
              cursor,
              limit: 37,
            })
            expect(page.total).toBe(expected)
            for (const row of page.rows) keys.add(row.tie)
            cursor = page.nextCursor
          } while (cursor !== null)
          expect(keys.size).toBe(expected)
          let csv = ''
          for await (const piece of exportRows(kind, scope, { now, dialect: 'plain' })) csv += piece
          const lines: string[][] = parse(csv, { relax_column_count: true })
          expect(lines.at(-1)).toEqual(['# rows', String(expected)])
          expect(lines).toHaveLength(expected + 8)
        },
      ),
      runs,
    )
  })

  test('every mark opens as many rows as it shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<MetricKey>('alert-volume', 'hits-by-rule', 'distinct-customers'),
        fc.constantFrom<DimensionKey>('rule', 'pair', 'segment', 'channel', 'hour'),
        scopes,
        async (key, by, scope) => {
          const { points, series, bucket, zone } = await queryMetric(key, scope, { now, by })
          const rows = metrics[key].rows
          for (const point of points.filter(({ value }) => value).slice(0, 4)) {
            const inBucket = drillToBucket({ ...scope, zone }, { ...point, unit: bucket, zone })
            // A range that complete buckets have cut in the middle of a page has dates of its own.
            expect((await listRows(rows, inBucket, { now, limit: 1 })).total).toBe(point.value)
          }
          for (const part of (series ?? []).slice(0, 3)) {
            const inPart = drillToPart({ ...scope, zone }, by, part.by.value)
            expect((await listRows(rows, inPart, { now, limit: 1 })).total).toBe(part.total.value)
          }
        },
      ),
      { ...runs, numRuns: 25 },
    )
  })

  test('an hour of a day opens its own rows', async () => {
    const scope = parseScope({
      period: '2011-10-21',
      zone: 'Asia/Kathmandu',
      bucket: 'hour',
      compare: 'none',
    })
    const { points, zone } = await queryMetric('alert-volume', scope, { now })
    const marks = points.filter(({ value }) => value)
    expect(marks.length).toBeGreaterThan(2)
    for (const point of marks) {
      const inHour = drillToBucket(scope, { ...point, unit: 'hour', zone })
      expect((await listRows('alerts', inHour, { now })).total).toBe(point.value)
    }
  })

  test('points add up to the total of everything that is a sum', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<MetricKey>('alert-volume', 'hits-by-rule'),
        scopes,
        async (key, scope) => {
          const { total, points } = await queryMetric(key, scope, { now })
          expect(points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total.value)
        },
      ),
      runs,
    )
  })

  test('the parts of a split add up to the total, and each part is its own filter', async () => {
    const single = (Object.keys(dimensions) as DimensionKey[]).filter(
      (key) => !dimensions[key].multiple && dimensions[key].splits,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<MetricKey>('alert-volume', 'hits-by-rule', 'ask-rate'),
        fc.constantFrom(...single),
        scopes,
        async (key, by, scope) => {
          const { total, series } = await queryMetric(key, scope, { now, by })
          const parts = (series ?? []).map((part) => part.total.numerator ?? part.total.n)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total.numerator ?? total.n)
          for (const part of (series ?? []).slice(0, 3)) {
            const alone = { dimension: by, operator: 'is', values: [part.by.value] } as const
            const filtered = await count(key, { ...scope, filters: [...scope.filters, alone] })
            expect(filtered).toBe(part.total.numerator ?? part.total.n)
          }
        },
      ),
      { ...runs, numRuns: 20 },
    )
  })

  test('a filter and its negation add up to everything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<MetricKey>('alert-volume', 'hits-by-rule', 'ask-rate'),
        scopes,
        filter,
        async (key, scope, text) => {
          const [condition] = parseScope({ filter: [text] }).filters
          if (condition === undefined) throw new Error('No filter to test')
          const other = { ...condition, operator: condition.operator === 'is' ? 'isNot' : 'is' } as const
          const whole = await count(key, scope)
          const held = await count(key, { ...scope, filters: [...scope.filters, condition] })
          const rest = await count(key, { ...scope, filters: [...scope.filters, other] })
          expect(held + rest).toBe(whole)
        },
      ),
      runs,
    )
  })

  test('adjoining ranges add up to the range of both', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<MetricKey>('alert-volume', 'hits-by-rule', 'ask-rate'),
        scopes,
        fc.integer({ min: 1, max: 29 }),
        async (key, scope, day) => {
          const date = (value: number) => `2011-10-${String(value).padStart(2, '0')}`
          const first = await count(key, withPeriod(scope, `2011-10-01..${date(day)}`))
          const second = await count(key, withPeriod(scope, `${date(day + 1)}..2011-10-31`))
          expect(first + second).toBe(await count(key, withPeriod(scope, '2011-10')))
        },
      ),
      runs,
    )
  })

  test('the comparison of a finished period is what one sees when opening the earlier one', async () => {
    await fc.assert(
      fc.asyncProperty(metricKey, scopes, async (key, scope) => {
        const later = withPeriod(scope, '2011-10-24..2011-10-30')
        const earlier = withPeriod(scope, '2011-10-17..2011-10-23')
        const { comparison } = await queryMetric(key, { ...later, compare: { kind: 'previous' } }, { now })
        const opened = await queryMetric(key, { ...earlier, compare: null }, { now })
        expect(comparison?.total).toEqual(opened.total)
        expect(comparison?.points).toEqual(opened.points)
      }),
      runs,
    )
  })
})

describe('the days on which clocks change', () => {
  test("Warsaw's day of 25 hours counts its 25 hours, each once", async () => {
    const scope = parseScope({ period: '2011-10-30', zone: 'Europe/Warsaw', bucket: 'hour', compare: 'none' })
    const { points, total } = await queryMetric('alert-volume', scope, { now })
    expect(points).toHaveLength(25)
    expect(points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total.value)
    expect(points.filter(({ key }) => key.startsWith('2011-10-30T02')).map(({ key }) => key)).toEqual([
      '2011-10-30T02:00+02:00',
      '2011-10-30T02:00+01:00',
    ])
  })

  test('all of the data counts the same in every zone', async () => {
    const totals = await Promise.all(
      ['Europe/Warsaw', 'UTC', 'America/St_Johns', 'Asia/Kathmandu'].map((zone) =>
        count('alert-volume', parseScope({ period: 'all', zone })),
      ),
    )
    expect(new Set(totals).size).toBe(1)
    expect(totals[0]).toBeGreaterThan(100)
  })
})
