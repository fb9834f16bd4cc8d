import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedSurvivalQuantiles } from '../../../domain/statistics/counted-survival.ts'
import { survivalCurve, survivalQuantile } from '../../../domain/statistics/kaplan-meier.ts'
import { sortedSurvivalQuantiles } from '../../../domain/statistics/sorted-survival.ts'

const shares = [0.5, 0.9]

/** Many or few, with and without ties, a tenth or half of them open. */
const durations = fc
  .record({
    n: fc.integer({ min: 0, max: 1500 }),
    span: fc.constantFrom(20, 900, 1e6),
    openOf: fc.constantFrom(2, 10, 1000),
    seed: fc.nat(1e6),
  })
  .map(({ n, span, openOf, seed }) =>
    Array.from({ length: n }, (_, place) => {
      const hash = Math.imul(place + seed + 1, 2_654_435_761) >>> 0
      return { duration: hash % span, isOpen: (hash >>> 8) % openOf === 0 }
    }),
  )

const sides = (all: readonly { duration: number; isOpen: boolean }[], isOpen: boolean) =>
  Float64Array.from(all.filter((one) => one.isOpen === isOpen).map(({ duration }) => duration)).sort()

describe('quantiles without an object for every duration', () => {
  test('sorted durations have the quantiles and intervals of their curve', () => {
    fc.assert(
      fc.property(durations, (all) => {
        const curve = survivalCurve(all)
        const expected = shares.map((share) => survivalQuantile(curve, share))
        const [ended, open] = [sides(all, false), sides(all, true)]
        expect(sortedSurvivalQuantiles(ended, open, shares)).toEqual(expected)
        expect(sortedSurvivalQuantiles(ended, open, shares, { intervals: false })).toEqual(
          expected.map((quantile) => ({ ...quantile, low: null, high: null })),
        )
      }),
    )
  })

  test('durations in blocks that are sorted only where asked have them too', () => {
    fc.assert(
      fc.property(durations, fc.integer({ min: 1, max: 40 }), (all, blockCount) => {
        const curve = survivalCurve(all)
        const expected = shares.map((share) => survivalQuantile(curve, share))
        const [sorted, open] = [sides(all, false), sides(all, true)]
        const width = Math.max(1, (sorted.at(-1) ?? 0) / blockCount)
        const upTo = (values: Float64Array) =>
          Int32Array.from(
            { length: blockCount + 1 },
            (_, block) => values.filter((value) => Math.floor(value / width) <= block).length,
          )
        const ends = upTo(sorted)
        const shuffled = sorted.slice()
        ends.forEach((end, block) => shuffled.subarray(ends[block - 1] ?? 0, end).reverse())
        const sort = (from: number, to: number) => void shuffled.subarray(from, to).sort()
        const blocks = { ends, censoredEnds: upTo(open), sort }
        expect(sortedSurvivalQuantiles(shuffled, open, shares, { blocks })).toEqual(expected)
      }),
    )
  })

  test('counts by place have the quantiles and intervals of their curve', () => {
    fc.assert(
      fc.property(durations, (all) => {
        const small = all.map((one) => ({ ...one, duration: one.duration % 1000 }))
        const counts = { ended: new Uint32Array(1000), censored: new Uint32Array(1000) }
        for (const { duration, isOpen } of small) counts[isOpen ? 'censored' : 'ended'][duration]! += 1
        const curve = survivalCurve(small)
        const expected = shares.map((share) => survivalQuantile(curve, share))
        expect(countedSurvivalQuantiles(counts, (place) => place, shares)).toEqual(expected)
        expect(countedSurvivalQuantiles(counts, (place) => place, shares, { intervals: false })).toEqual(
          expected.map((quantile) => ({ ...quantile, low: null, high: null })),
        )
      }),
    )
  })
})
