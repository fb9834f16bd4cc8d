import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careContext } from '../../../domain/metrics/care/care-clock.ts'
import { type CareMeasure } from '../../../domain/metrics/care/care-metric.ts'
import { chunkOf } from '../../../domain/metrics/care/columns.ts'
import { curveOf, ofTotal, summariseStretches } from '../../../domain/metrics/care/duration-figure.ts'
import { createJudge } from '../../../domain/metrics/care/judge-rows.ts'
import { measure, measureTotal, tallyAll } from '../../../domain/metrics/care/measure.ts'
import { selectRows } from '../../../domain/metrics/care/selected-rows.ts'
import { emptyTally, partsOf, takeStretch } from '../../../domain/metrics/care/tally.ts'
import { summariseDurations } from '../../../domain/statistics/duration-summary.ts'
import { bucketsOf } from '../../../domain/time/buckets.ts'

const spec = { numbers: ['offeredAt', 'until'], flags: [], words: ['desk'] } as const
const hour = 3_600_000

/** Lasts until a known instant; what lies in the future is open. */
const lasting = {
  kind: 'duration',
  facts: 'handoffs',
  of: (chunk: never, row: number, context: { now: number; hasReached: (at: number) => boolean }) => {
    const { offeredAt, until } = (chunk as { numbers: Record<'offeredAt' | 'until', Float64Array> }).numbers
    if (Number.isNaN(until[row]!)) return null
    return context.hasReached(until[row]!)
      ? { duration: until[row]! - offeredAt[row]!, isOpen: false }
      : { duration: Math.max(0, context.now - offeredAt[row]!), isOpen: true }
  },
} as unknown as CareMeasure

const done = {
  kind: 'rate',
  facts: 'handoffs',
  of: (chunk: never, row: number, context: { hasReached: (at: number) => boolean }) => {
    const { until } = (chunk as { numbers: Record<'until', Float64Array> }).numbers
    return Number.isNaN(until[row]!) ? null : context.hasReached(until[row]!)
  },
} as unknown as CareMeasure

const facts = fc.array(
  fc.record({
    offeredAt: fc.integer({ min: 0, max: 100 * hour }),
    lasts: fc.option(fc.integer({ min: 0, max: 60 * hour }), { nil: null }),
    desk: fc.constantFrom('a', 'b'),
  }),
  { maxLength: 60 },
)

type Facts = readonly { offeredAt: number; lasts: number | null; desk: string }[]

function chunkFrom(some: Facts) {
  const rows = some
    .map(({ offeredAt, lasts, desk }) => ({
      offeredAt,
      until: lasts === null ? null : offeredAt + lasts,
      desk,
    }))
    .sort((left, right) => left.offeredAt - right.offeredAt)
  return { rows, chunk: chunkOf(spec, rows) }
}

const at = (now: number) => careContext(now, () => 0)
const range = { from: 0, to: 101 * hour }
const all = (chunk: ReturnType<typeof chunkFrom>['chunk']) =>
  selectRows([chunk], 'offeredAt', range, []) as never

describe('figures over columns', () => {
  test('a duration says the same as the survival curve over single rows', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 200 * hour }), (some, now) => {
        const { rows, chunk } = chunkFrom(some)
        const expected = rows.flatMap(({ offeredAt, until }) =>
          until === null
            ? []
            : [{ duration: Math.max(0, Math.min(now, until) - offeredAt), isOpen: now < until }],
        )
        const judging = { context: at(now), judge: createJudge() }
        const { withinTarget: _none, ...summary } = summariseDurations(expected, null)
        expect(measureTotal(lasting, all(chunk), judging)).toEqual({
          kind: 'duration',
          durations: { ...summary, stillOpen: summary.open },
        })
      }),
    )
  })

  test('judgements that are kept equal judgements made anew, whichever way the clock goes', () => {
    const clocks = fc.array(fc.integer({ min: 0, max: 200 * hour }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(facts, clocks, (some, nows) => {
        const { chunk } = chunkFrom(some)
        const judge = createJudge()
        for (const by of [lasting, done]) {
          for (const now of nows) {
            const kept = measureTotal(by, all(chunk), { context: at(now), judge })
            expect(kept).toEqual(measureTotal(by, all(chunk), { context: at(now), judge: createJudge() }))
          }
        }
      }),
    )
  })

  test('the rows of all buckets are the rows of the range, whatever cuts it', () => {
    const edges = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 51, max: 101 }))
    fc.assert(
      fc.property(facts, facts, edges, (some, others, [from, to]) => {
        const later = others.map((fact) => ({ ...fact, offeredAt: fact.offeredAt + 100 * hour }))
        const chunks = [chunkFrom(some).chunk, chunkFrom(later).chunk]
        const cut = { from: from * hour, to: to * hour + 100 * hour }
        const buckets = bucketsOf({ ...cut, zone: 'UTC', unit: 'day' }, { now: 1000 * hour })
        const selected = selectRows(chunks, 'offeredAt', cut, []) as never
        const judging = { context: at(1000 * hour), judge: createJudge() }
        const { total, points } = measure(done, selected, buckets, judging)
        expect(total).toEqual(measureTotal(done, selected, judging))
        const counted = points.reduce(
          (sum, { figure }) => sum + (figure?.kind === 'rate' ? figure.rate.denominator : 0),
          0,
        )
        expect(total.kind === 'rate' && total.rate.denominator).toBe(counted)
        expect(partsOf(done, tallyAll(done, selected, judging))).toEqual({ counted, met: counted, missed: 0 })
      }),
    )
  })

  test('filters and the range let exactly their rows through', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 101 }), (some, from) => {
        const { rows, chunk } = chunkFrom(some)
        const cut = { from: from * hour, to: range.to }
        const filter = { dimension: 'desk', operator: 'isNot', values: ['a'] } as never
        const [selected] = selectRows([chunk], 'offeredAt', cut, [filter])
        expect([...selected!.rows]).toEqual(
          rows.flatMap(({ offeredAt, desk }, row) => (desk !== 'a' && offeredAt >= cut.from ? [row] : [])),
        )
      }),
    )
  })
})

test('beyond the exact limit quantiles and the curve stay within 2 %', () => {
  const n = ofTotal.exactUpTo + 1
  const rows = Array.from({ length: n }, (_, place) => ({
    ...{ offeredAt: place, until: place + (place + 1) * 1000, desk: 'a' },
  }))
  const chunk = chunkOf(spec, rows)
  const judged = createJudge()(lasting, chunk as never, at(1e12))
  const tally = emptyTally(lasting)
  takeStretch(tally, { judged, rows: Int32Array.from(rows.keys()), start: 0, end: n })
  const { p50, p90 } = summariseStretches(tally, ofTotal)
  expect(Math.abs((p50.value ?? 0) / (n * 500) - 1)).toBeLessThan(0.02)
  expect(Math.abs((p90.value ?? 0) / (n * 900) - 1)).toBeLessThan(0.02)
  const half = curveOf(tally).steps.find(({ survival }) => survival <= 0.5)
  expect(Math.abs((half?.duration ?? 0) / (n * 500) - 1)).toBeLessThan(0.04)
})
