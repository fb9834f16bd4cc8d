import { describe, expect, it } from 'vitest'
import {
  prepareTimeSeries,
  type SeriesPoint,
  type TimeSeriesInput,
} from '../../../app/charts/prepare-time-series.ts'

const day = 86_400_000
const start = Date.UTC(2026, 8, 1, 22)

function point(index: number, value: number | null, over: Partial<SeriesPoint> = {}): SeriesPoint {
  const from = start + index * day
  return {
    from,
    to: from + day,
    key: `2026-09-0${index + 2}`,
    unfinished: false,
    value,
    n: value ?? 0,
    ...over,
  }
}

function input(over: Partial<TimeSeriesInput> = {}): TimeSeriesInput {
  return {
    rowHeading: 'Day',
    unit: { kind: 'count' },
    bucket: 'day',
    zone: 'Europe/Warsaw',
    language: 'en',
    series: [
      {
        key: 'alerts',
        label: 'Alerts',
        look: 'series-0',
        points: [point(0, 12), point(1, null), point(2, 30), point(3, 99, { unfinished: true })],
      },
    ],
    earlier: null,
    total: 141,
    hrefOf: ({ key }) => `/alerts?day=${key}`,
    ...over,
  }
}

describe('prepareTimeSeries', () => {
  it('keeps a bucket without a figure as a gap and not as zero', () => {
    expect(prepareTimeSeries(input()).rows.map((row) => row.cells[0]?.value)).toEqual([12, null, 30, 99])
  })

  it('names buckets by their dates in the zone and links each to its rows', () => {
    const [row] = prepareTimeSeries(input()).rows
    expect(row).toMatchObject({ key: '2026-09-02', label: '2 Sept', title: '2 Sept 2026' })
    expect(row?.cells[0]?.href).toBe('/alerts?day=2026-09-02')
  })

  it('says the highest and lowest of the finished buckets only', () => {
    expect(prepareTimeSeries(input()).sentence).toEqual({
      key: 'series',
      values: { total: '141', peak: '30', peakAt: '4 Sept 2026', low: '12', lowAt: '2 Sept 2026' },
    })
  })

  it('says that there is nothing complete instead of naming a peak that can still grow', () => {
    const series = [{ ...input().series[0]!, points: [point(0, 3, { unfinished: true })] }]
    expect(prepareTimeSeries(input({ series })).sentence.key).toBe('seriesEmpty')
  })

  it('lays the comparison under the period by place, with its own dates', () => {
    const earlier = { label: 'Before', points: [point(-5, 7)] }
    const figure = prepareTimeSeries(input({ earlier }))
    expect(figure.columns.map(({ look }) => look)).toEqual(['series-0', 'earlier'])
    expect(figure.rows[0]?.cells[1]).toEqual({ value: 7, href: null, note: '28 Aug 2026' })
    expect(figure.rows[1]?.cells[1]?.value).toBeNull()
  })

  it.each([
    ['count', 'bars', 'series'],
    ['share', 'line', 'level'],
    ['duration', 'line', 'level'],
  ] as const)('draws a %s as %s', (kind, mark, sentence) => {
    const figure = prepareTimeSeries(input({ unit: { kind } }))
    expect([figure.mark, figure.sentence.key]).toEqual([mark, sentence])
  })

  it('tells of the first series alone where the parts are not one thing', () => {
    const parts = [5, 900].map((value, place) => ({
      ...{ key: `part-${place}`, label: 'Part', look: 'series-0' as const },
      points: [point(0, value), point(1, 1)],
    }))
    const { sentence } = prepareTimeSeries(input({ series: parts, told: 1, total: 6 }))
    expect(sentence.values).toMatchObject({ total: '6', peak: '5', low: '1' })
  })

  it('says no percentage of fewer than 5: a gap that still leads to its rows, in the sentence too', () => {
    const points = [point(0, 1, { n: 4 }), point(1, 0.5, { n: 6 }), point(2, null, { n: 0 })]
    const series = [{ key: 'kept', label: 'Kept', look: 'series-0' as const, points }]
    const { rows, sentence } = prepareTimeSeries(input({ unit: { kind: 'share' }, series, total: 0.7 }))
    expect(rows.map(({ cells }) => cells[0])).toMatchObject([
      { value: null, tooFew: true, href: '/alerts?day=2026-09-02' },
      { value: 0.5 },
      { value: null },
    ])
    expect(sentence.values).toEqual({ total: '70%', at: '3 Sept 2026' })
  })

  it('says a share of the whole only where the whole has enough', () => {
    const sentenceOf = (...ns: number[]) =>
      prepareTimeSeries(
        input({
          ...{ unit: { kind: 'share' }, total: 0.5 },
          series: [
            { key: 'kept', label: 'Kept', look: 'series-0', points: ns.map((n, i) => point(i, 0.5, { n })) },
          ],
        }),
      ).sentence
    expect(sentenceOf(4, 3)).toEqual({ key: 'levelThin', values: { total: '50%', enough: 'true' } })
    expect(sentenceOf(1, 3).values.enough).toBe('false')
  })

  it('marks shares of fewer than 20 as few, counts never', () => {
    const few = (kind: 'share' | 'count') =>
      prepareTimeSeries(input({ unit: { kind } })).rows.map((row) => row.cells[0]?.few ?? false)
    expect(few('share')).toEqual([true, true, false, false])
    expect(few('count')).toEqual([false, false, false, false])
  })
})
