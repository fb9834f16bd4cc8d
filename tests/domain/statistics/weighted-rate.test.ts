import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateOf } from '../../../domain/statistics/rate.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { type WeightedSums, weightedRateOf } from '../../../domain/statistics/weighted-rate.ts'

function sumsOf(items: readonly { weight: number; isHit: boolean }[]): WeightedSums {
  return {
    n: items.length,
    weight: items.reduce((sum, { weight }) => sum + weight, 0),
    squaredWeight: items.reduce((sum, { weight }) => sum + weight * weight, 0),
    hitWeight: items.reduce((sum, { weight, isHit }) => sum + (isHit ? weight : 0), 0),
  }
}

describe('weightedRateOf', () => {
  it('with equal weights is the plain rate', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 1000 }),
        (hits, misses, weight) => {
          const n = hits + misses
          const items = Array.from({ length: n }, (_, index) => ({ weight, isHit: index < hits }))
          const plain = rateOf(hits, n)
          const weighted = weightedRateOf(sumsOf(items))
          expect(weighted.value).toBeCloseTo(plain.value ?? 0, 12)
          expect(weighted.low).toBeCloseTo(plain.low ?? 0, 9)
          expect(weighted.high).toBeCloseTo(plain.high ?? 0, 9)
          expect(weighted.footing).toBe(plain.footing)
        },
      ),
    )
  })

  it('is less certain when one amount dominates', () => {
    const even = weightedRateOf({ n: 100, weight: 1000, squaredWeight: 10_000, hitWeight: 500 })
    const uneven = weightedRateOf({ n: 100, weight: 1000, squaredWeight: 250_000, hitWeight: 500 })
    expect((uneven.high ?? 0) - (uneven.low ?? 0)).toBeGreaterThan((even.high ?? 1) - (even.low ?? 0))
  })

  it('holds the true rate in at least nine of ten samples of uneven amounts', () => {
    const random = seededRandom('amounts')
    const runs = 2000
    const held = Array.from({ length: runs }, () =>
      weightedRateOf(
        sumsOf(
          Array.from({ length: 200 }, () => ({
            weight: random.lognormal(5000, 1),
            isHit: random.chance(0.3),
          })),
        ),
      ),
    ).filter(({ low, high }) => (low ?? 1) <= 0.3 && (high ?? 0) >= 0.3)
    expect(held.length / runs).toBeGreaterThan(0.9)
  })

  it('is null where nothing weighs anything', () => {
    expect(weightedRateOf({ n: 0, weight: 0, squaredWeight: 0, hitWeight: 0 })).toMatchObject({
      value: null,
      low: null,
      high: null,
    })
  })

  it('refuses more hits than there is', () => {
    expect(() => weightedRateOf({ n: 1, weight: 1, squaredWeight: 1, hitWeight: 2 })).toThrow(RangeError)
  })
})
