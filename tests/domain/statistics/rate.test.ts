import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateOf } from '../../../domain/statistics/rate.ts'
import { wilsonInterval } from '../../../domain/statistics/wilson.ts'

describe('wilsonInterval', () => {
  it.each([
    // Worked examples of Newcombe, Two-sided confidence intervals for the single proportion (1998), table I.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %d to %d', (numerator, denominator, low, high) => {
    const interval = wilsonInterval(numerator, denominator)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  it('contains the rate, stays within 0..1 and mirrors for the complement', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (left, right) => {
        const [numerator, denominator] = [Math.min(left, right), Math.max(left, right, 1)]
        const rate = rateOf(numerator, denominator)
        const rest = rateOf(denominator - numerator, denominator)
        expect(rate.low).toBeGreaterThanOrEqual(0)
        expect(rate.high).toBeLessThanOrEqual(1)
        expect(rate.low).toBeLessThanOrEqual((rate.value ?? 0) + 1e-12)
        expect(rate.high).toBeGreaterThanOrEqual((rate.value ?? 0) - 1e-12)
        expect(rest.low).toBeCloseTo(1 - (rate.high ?? 0), 9)
      }),
    )
  })

  it('refuses more hits than tries', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(Number.NaN, 2)).toThrow(RangeError)
  })
})

describe('rateOf', () => {
  it('is null for 0 of 0, not zero', () => {
    expect(rateOf(0, 0)).toEqual({
      numerator: 0,
      denominator: 0,
      value: null,
      low: null,
      high: null,
      footing: 'tooFew',
    })
  })

  it.each([
    [4, 'tooFew'],
    [5, 'few'],
    [19, 'few'],
    [20, 'enough'],
  ])('of %i observations has footing %s', (denominator, footing) => {
    expect(rateOf(1, denominator).footing).toBe(footing)
  })
})
