import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'

const draws = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: readonly number[]) => {
  const centre = mean(values)
  return mean(values.map((value) => (value - centre) ** 2))
}
const sampleSize = 20_000

describe('seededRandom', () => {
  it('gives the same stream for the same seed, for years', () => {
    expect(draws(3, seededRandom('demo').uniform)).toEqual(draws(3, seededRandom('demo').uniform))
    expect(draws(4, () => seededRandom(1).int(0, 999_999))).toEqual(
      draws(4, () => seededRandom('1').int(0, 999_999)),
    )
    const random = seededRandom('worth asking')
    expect(draws(5, () => random.int(0, 999_999))).toMatchInlineSnapshot(`
      [
        442229,
        121082,
        66524,
        164056,
        84998,
      ]
    `)
  })

  it('gives other streams for other seeds and forks, and a fork does not advance its parent', () => {
    const parent = seededRandom('demo')
    const fork = parent.fork('customers')
    expect(fork.uniform()).not.toBe(seededRandom('demo').uniform())
    expect(parent.uniform()).toBe(seededRandom('demo').uniform())
    expect(new Set(draws(1000, () => 0).map((_, index) => parent.fork(String(index)).uniform())).size).toBe(
      1000,
    )
  })

  it('is uniform: a chi-square of 100 cells stays below its 99.9 % quantile', () => {
    const random = seededRandom('uniform')
    const cells = new Array<number>(100).fill(0)
    for (let index = 0; index < sampleSize; index += 1) {
      const cell = Math.floor(random.uniform() * 100)
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    const expected = sampleSize / 100
    expect(cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(148.2)
  })

  it('draws whole numbers within both ends, and reaches them', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(5), (seed, low, width) => {
        const random = seededRandom(seed)
        const values = draws(200, () => random.int(low, low + width))
        expect(Math.min(...values)).toBe(low)
        expect(Math.max(...values)).toBe(low + width)
      }),
    )
  })

  it.each([
    [
      'normal',
      10,
      4,
      () => seededRandom('n'),
      (random: ReturnType<typeof seededRandom>) => random.normal(10, 2),
    ],
    [
      'exponential',
      5,
      25,
      () => seededRandom('e'),
      (random: ReturnType<typeof seededRandom>) => random.exponential(5),
    ],
    [
      'a small Poisson',
      3,
      3,
      () => seededRandom('p'),
      (random: ReturnType<typeof seededRandom>) => random.poisson(3),
    ],
    [
      'a large Poisson',
      95,
      95,
      () => seededRandom('q'),
      (random: ReturnType<typeof seededRandom>) => random.poisson(95),
    ],
  ])('%s has mean %d and variance %d', (_name, expectedMean, expectedVariance, make, draw) => {
    const random = make()
    const values = draws(sampleSize, () => draw(random))
    expect(Math.abs(mean(values) - expectedMean)).toBeLessThan(
      (4 * Math.sqrt(expectedVariance)) / Math.sqrt(sampleSize),
    )
    expect(Math.abs(variance(values) / expectedVariance - 1)).toBeLessThan(0.08)
  })

  it('lognormal has the given median', () => {
    const random = seededRandom('l')
    const values = draws(sampleSize, () => random.lognormal(600, 1.2)).sort((left, right) => left - right)
    expect((values[sampleSize / 2] ?? 0) / 600).toBeCloseTo(1, 1)
  })

  it('picks by weight and never what weighs nothing', () => {
    const random = seededRandom('w')
    const weights = { rare: 1, never: 0, often: 3 }
    const picked = draws(sampleSize, () =>
      random.weightedPick(['rare', 'never', 'often'] as const, (item) => weights[item]),
    )
    expect(picked).not.toContain('never')
    expect(picked.filter((item) => item === 'often').length / sampleSize).toBeCloseTo(0.75, 1)
  })

  it('shuffles a copy with the same members', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
        const before = [...items]
        const shuffled = seededRandom(seed).shuffle(items)
        expect(items).toEqual(before)
        expect(shuffled.toSorted()).toEqual(before.toSorted())
      }),
    )
  })

  it('refuses to pick from nothing and to draw from an empty range', () => {
    expect(() => seededRandom(1).pick([])).toThrow(RangeError)
    expect(() => seededRandom(1).weightedPick(['a'], () => 0)).toThrow(RangeError)
    expect(() => seededRandom(1).int(2, 1)).toThrow(RangeError)
  })
})
