import { expect, test } from 'vitest'
import { defaultScope } from '../../../domain/metrics/scope.ts'
import { resolveScope } from '../../../domain/metrics/resolve-scope.ts'
import { compareRates } from '../../../domain/statistics/compare.ts'
import { wilsonInterval } from '../../../domain/statistics/wilson.ts'
import { composeReport } from '../../../server/reports/compose-report.ts'
import { type ReadMeasure } from '../../../server/reports/read-measures.ts'

const now = Date.parse('2026-03-16T06:30:00Z')
const resolved = resolveScope(defaultScope, { now, organisationZone: 'Europe/Warsaw', dataSpan: null })

function rate(hits: number, n: number) {
  const { low, high } = wilsonInterval(hits, n)!
  return { value: hits / n, low, high, n }
}

/** The words of a rate that was `before` and is `after`, each [so many, of so many]. */
function wordsOf(after: [number, number], before: [number, number], points: ReadMeasure['points'] = []) {
  const difference = compareRates(rate(...after), rate(...before), 'up good')
  const [hits, n] = after
  const measure: ReadMeasure = {
    ...{ metric: 'warm-share', value: hits / n, before: before[0] / before[1], n, difference, points },
    explanation: null,
  }
  const { measures } = composeReport([measure], {
    ...{ name: 'Monday', page: '/review/handoffs', language: 'en', href: '/', nameOf: (_, value) => value },
    ...{ resolved, asOf: now },
  })
  return measures[0]!
}

test('a difference within its intervals is said to be chance, and no difference is not', () => {
  expect(wordsOf([30, 40], [28, 40]).difference).toMatch(/^\+5\spp \(may be chance/)
  expect(wordsOf([30, 40], [30, 40]).difference).not.toContain('chance')
  expect(wordsOf([39, 40], [4, 40]).difference).not.toContain('chance')
})

test('fewer than five observations have no percentage: not now, not before, and not in the chart', () => {
  expect(wordsOf([2, 4], [30, 40])).toMatchObject({ value: '—', before: '—', difference: '—' })
  expect(wordsOf([30, 40], [2, 4])).toMatchObject({ value: '75%', before: '—', difference: '—' })
  const point = (value: number, n: number) => ({ from: now, to: now + 1, value, n, unfinished: false })
  const drawn = wordsOf([30, 40], [28, 40], [point(1, 2), point(0.5, 12)])
  expect(drawn.points.map(({ value }) => value)).toEqual([null, 0.5])
  expect(drawn.axis.highest).toBe('50%')
})
