import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepareVolume, type VolumeSplit } from '../../../app/(product)/review/alerts/prepare-volume.ts'
import { type MetricAnswer, type Point } from '../../../domain/metrics/metric-answer.ts'
import { metrics } from '../../../domain/metrics/metrics.ts'
import { defaultScope, parseScope } from '../../../domain/metrics/scope.ts'

const day = 86_400_000
const start = Date.UTC(2011, 10, 7)

function points(values: readonly number[]): Point[] {
  return values.map((value, index) => ({
    from: start + index * day,
    to: start + (index + 1) * day,
    key: `day ${index}`,
    unfinished: false,
    partial: false,
    value,
    n: value,
  }))
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}

/** An answer of three days with these counts by rule, as the server would give it. */
function answerOf(counts: readonly (readonly number[])[]): MetricAnswer {
  const period = {
    from: start,
    to: start + 3 * day,
    elapsedTo: start + 3 * day,
    zone: 'UTC',
    firstDate: '2011-11-07',
    lastDate: '2011-11-09',
  }
  const totals = [0, 1, 2].map((index) => sum(counts.map((row) => row[index] ?? 0)))
  return {
    definition: { key: 'hits-by-rule', ...metrics['hits-by-rule'] },
    asOf: start + 4 * day,
    zone: 'UTC',
    bucket: 'day',
    period,
    total: { value: sum(totals), n: sum(totals) },
    points: points(totals),
    comparison: null,
    series: counts.map((row, index) => ({
      by: { dimension: 'rule', value: `rule-${index}` },
      total: { value: sum(row), n: sum(row) },
      points: points(row),
    })),
    excluded: { withdrawn: 0, unknownCustomer: 0 },
  }
}

function prepare(answer: MetricAnswer, split: VolumeSplit) {
  return prepareVolume(answer, {
    scope: { ...defaultScope, zone: 'UTC' },
    split,
    labelOf: (_, value) => value,
    language: 'en',
    words: (key) => key,
  })
}

const counts = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 20 })

test('the parts of every bucket, "others" among them, are the bucket', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const answer = answerOf(given)
      const { rows, columns } = prepare(answer, 'rule')
      expect(columns.length).toBeLessThanOrEqual(8)
      expect(rows.map(({ cells }) => sum(cells.map(({ value }) => value)))).toEqual(
        answer.points.map(({ value }) => value),
      )
    }),
  )
})

test('a mark leads to its day and its rule, "others" to everything that is not shown', () => {
  const { rows, columns } = prepare(answerOf(Array.from({ length: 12 }, () => [1, 1, 1])), 'rule')
  const query = (href: string | null) => {
    const params = new URLSearchParams(href?.split('?')[1])
    expect(params.get('rows')).toBe('hits')
    return parseScope({
      period: params.get('period'),
      zone: params.get('zone'),
      filter: params.getAll('filter'),
    })
  }
  const first = query(rows[1]?.cells[0]?.href ?? null)
  expect(first.period).toEqual({ kind: 'calendar', unit: 'day', firstDate: '2011-11-08' })
  expect(first.filters).toEqual([{ dimension: 'rule', operator: 'is', values: ['rule-0'] }])
  const others = query(rows[1]?.cells[columns.length - 1]?.href ?? null)
  expect(others.filters).toMatchObject([{ dimension: 'rule', operator: 'isNot' }])
  expect(others.filters[0]?.values).toHaveLength(columns.length - 1)
})

test('a bucket without anything leads nowhere', () => {
  const { rows } = prepare(answerOf([[0, 2, 0]]), 'all')
  expect(rows.map(({ cells }) => cells[0]?.href === null)).toEqual([true, false, true])
})
