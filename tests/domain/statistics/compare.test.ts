import { describe, expect, it } from 'vitest'
import { compareCounts, compareDurations, compareRates } from '../../../domain/statistics/compare.ts'
import { poissonInterval } from '../../../domain/statistics/poisson-interval.ts'
import { rateOf } from '../../../domain/statistics/rate.ts'

const share = (met: number, n: number) => ({ ...rateOf(met, n), n })

describe('compareCounts', () => {
  it('says "new" instead of an infinite percentage', () => {
    expect(compareCounts(30, 0, 'down good')).toMatchObject({
      absolute: 30,
      relative: null,
      isNew: true,
      verdict: 'worse',
    })
  })

  it.each([
    [100, 100, 'up good', 'same'],
    [110, 100, 'up good', 'unclear'],
    [200, 100, 'up good', 'better'],
    [200, 100, 'down good', 'worse'],
    [200, 100, 'neutral', 'unclear'],
    [50, 100, 'down good', 'better'],
    [0, 0, 'up good', 'same'],
  ] as const)('%i after %i where %s is %s', (current, earlier, direction, verdict) => {
    expect(compareCounts(current, earlier, direction).verdict).toBe(verdict)
  })

  it('gives the share of the earlier count', () => {
    expect(compareCounts(88, 100, 'neutral')).toMatchObject({ absolute: -12, relative: -0.12, isNew: false })
  })
})

describe('compareRates', () => {
  it('differs in points and has no percentage of a percentage', () => {
    const difference = compareRates(share(60, 100), share(50, 100), 'up good')
    expect(difference.absolute).toBeCloseTo(10, 10)
    expect(difference).toMatchObject({
      relative: null,
      isNew: false,
      intervalsOverlap: true,
      verdict: 'unclear',
    })
  })

  it('is better only where the intervals part', () => {
    expect(compareRates(share(600, 1000), share(500, 1000), 'up good').verdict).toBe('better')
    expect(compareRates(share(600, 1000), share(500, 1000), 'down good').verdict).toBe('worse')
  })

  it('is unclear against nothing', () => {
    expect(compareRates(share(1, 2), share(0, 0), 'up good')).toMatchObject({
      earlier: null,
      absolute: null,
      intervalsOverlap: null,
      verdict: 'unclear',
    })
  })
})

describe('fewer than five observations', () => {
  const nothing = { absolute: null, relative: null, intervalsOverlap: null, tooFew: true, verdict: 'unclear' }

  it.each([
    [4, 50],
    [50, 4],
  ])('give a rate no difference, on either side: %i after %i', (current, earlier) => {
    expect(compareRates(share(1, current), share(2, earlier), 'up good')).toMatchObject(nothing)
    expect(compareRates(share(1, 5), share(2, 5), 'up good')).toMatchObject({ tooFew: false })
  })

  it('give a median none, but a count, which is all there was, its own', () => {
    const two = { value: 60_000, low: 50_000, high: 70_000, n: 2 }
    expect(compareDurations(two, { ...two, value: 90_000, n: 40 }, 'down good')).toMatchObject(nothing)
    expect(compareCounts(4, 2, 'down good')).toMatchObject({ absolute: 2, tooFew: false })
  })
})

describe('compareDurations', () => {
  it('gives no verdict on a median that was not reached', () => {
    const reached = { value: 60_000, low: 50_000, high: 70_000, n: 40 }
    const notReached = { value: null, low: 80_000, high: null, n: 40 }
    expect(compareDurations(notReached, reached, 'down good').verdict).toBe('unclear')
    expect(
      compareDurations(reached, { value: 90_000, low: 80_000, high: 99_000, n: 40 }, 'down good'),
    ).toMatchObject({
      absolute: -30_000,
      verdict: 'better',
    })
  })
})

describe('poissonInterval', () => {
  it.each([
    // Exact (Garwood) limits, as in Ulm, American Journal of Epidemiology 131 (1990).
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [100, 81.36, 121.63],
  ])('of %i is within 2 %% of the exact %d to %d', (count, low, high) => {
    const interval = poissonInterval(count)
    expect(Math.abs(interval.low / low - 1)).toBeLessThan(0.02)
    expect(Math.abs(interval.high / high - 1)).toBeLessThan(0.02)
  })

  it('begins at 0 for nothing seen', () => {
    expect(poissonInterval(0).low).toBe(0)
    expect(poissonInterval(0).high).toBeCloseTo(3.69, 1)
  })
})
