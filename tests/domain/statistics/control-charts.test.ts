import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cusum } from '../../../domain/statistics/cusum.ts'
import { laneyChart } from '../../../domain/statistics/laney.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { longestRun, xmrChart } from '../../../domain/statistics/xmr.ts'

describe('xmrChart', () => {
  it('sets the limits worked by hand', () => {
    // Moving ranges 2, 3, 1: mean 2. Mean of the points 10.25.
    const chart = xmrChart([10, 12, 9, 10])
    expect(chart?.mean).toBe(10.25)
    expect(chart?.meanMovingRange).toBe(2)
    expect(chart?.limits.low).toBeCloseTo(10.25 - 5.3174, 10)
    expect(chart?.limits.high).toBeCloseTo(10.25 + 5.3174, 10)
    expect(chart?.rangeLimit).toBeCloseTo(6.533, 10)
    expect(chart?.sigma).toBeCloseTo(2 / 1.1284, 10)
  })

  it('names the points outside', () => {
    expect(xmrChart([5, 6, 5, 6, 5, 6, 5, 6, 5, 20, 5, 6, 5, 6, 5, 6, 5, 6])?.outside).toEqual([9])
  })

  it('needs two points', () => {
    expect(xmrChart([5])).toBeNull()
  })

  it('follows a change of unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), (points) => {
        const chart = xmrChart(points)
        const scaled = xmrChart(points.map((point) => 4 * point + 16))
        expect(scaled?.limits.high).toBeCloseTo(4 * (chart?.limits.high ?? 0) + 16, 6)
      }),
    )
  })
})

describe('longestRun', () => {
  it.each([
    [[1, 2, 3, -1, 4], 3],
    [[1, 2, 0, 3, 4, 5], 3],
    [[0, 0, 0], 0],
    [[-1, -2], 2],
    [[], 0],
  ])('of %j around 0 is %i', (points, run) => {
    expect(longestRun(points, 0)).toBe(run)
  })
})

describe('cusum', () => {
  it('sums as in Montgomery, example 9.1, and dates the change', () => {
    // Mean 10, sigma 1; the level rises to 11 from the 21st sample on. The book signals at the 29th, onset after the 22nd.
    const samples = [
      9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37,
      10.62, 10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
    ]
    const { up, down } = cusum(samples, { mean: 10, sigma: 1 })
    expect(up.sums[4]).toBeCloseTo(2.82, 10)
    expect(up.sums[28]).toBeCloseTo(5.28, 10)
    expect(up).toMatchObject({ signalAt: 28, onsetAt: 22 })
    expect(down.sums[2]).toBeCloseTo(1.77, 10)
    expect(down.signalAt).toBeNull()
  })

  it('mirrors: what rises in the points falls in their negatives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10, max: 10 })), (points) => {
        const forward = cusum(points, { mean: 0, sigma: 2 })
        const mirrored = cusum(
          points.map((point) => -point),
          { mean: 0, sigma: 2 },
        )
        expect(mirrored.up).toEqual(forward.down)
      }),
    )
  })

  it('refuses a level that never varies', () => {
    expect(() => cusum([1], { mean: 0, sigma: 0 })).toThrow(RangeError)
  })
})

describe('laneyChart', () => {
  it('calls ordinary variation of large volumes no signal where binomial limits would', () => {
    const random = seededRandom('laney')
    const points = Array.from({ length: 60 }, () => ({
      numerator: Math.round(100_000 * (0.1 + random.normal(0, 0.01))),
      denominator: 100_000,
    }))
    const chart = laneyChart(points)
    const outside = points.filter(({ numerator, denominator }, index) => {
      const limits = chart?.limits[index]
      return limits != null && (numerator / denominator < limits.low || numerator / denominator > limits.high)
    })
    const binomialOutside = chart?.scores.filter((score) => score !== null && Math.abs(score) > 3).length ?? 0
    expect(binomialOutside).toBeGreaterThan(20)
    expect(outside.length).toBeLessThanOrEqual(1)
    expect(chart?.sigmaZ).toBeGreaterThan(8)
  })

  it('equals the plain p-chart where the rates vary as chance does', () => {
    const random = seededRandom('binomial')
    const points = Array.from({ length: 400 }, () => ({
      numerator: Array.from({ length: 200 }, () => random.chance(0.3)).filter(Boolean).length,
      denominator: 200,
    }))
    expect(laneyChart(points)?.sigmaZ).toBeCloseTo(1, 1)
  })

  it('leaves 0 of 0 out and has no chart for nothing', () => {
    const chart = laneyChart([
      { numerator: 1, denominator: 10 },
      { numerator: 0, denominator: 0 },
      { numerator: 2, denominator: 10 },
    ])
    expect(chart?.limits[1]).toBeNull()
    expect(chart?.centre).toBeCloseTo(0.15, 10)
    expect(laneyChart([])).toBeNull()
    expect(laneyChart([{ numerator: 0, denominator: 9 }])).toBeNull()
  })
})
