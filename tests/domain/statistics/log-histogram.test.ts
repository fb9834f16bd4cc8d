import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  survivalCurve,
  survivalCurveOfCounts,
  survivalQuantile,
} from '../../../domain/statistics/kaplan-meier.ts'
import {
  bucketOf,
  histogramOf,
  histogramQuantile,
  mergeHistograms,
  middleOf,
  survivalCountsOf,
} from '../../../domain/statistics/log-histogram.ts'
import { packHistogram, unpackHistogram } from '../../../domain/statistics/packed-histogram.ts'
import { percentile } from '../../../domain/statistics/percentile.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'

const duration = fc.oneof(fc.nat(1000), fc.nat(100_000_000), fc.nat(100_000_000_000))
const items = fc.array(fc.record({ duration, isOpen: fc.boolean() }), { maxLength: 100 })

describe('the log histogram', () => {
  it('knows every duration from a millisecond to a century within 2 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 * 366 * 86_400_000 }), (ms) => {
        expect(Math.abs(middleOf(bucketOf(ms)) / ms - 1)).toBeLessThanOrEqual(0.02 + 1e-9)
      }),
      { numRuns: 2000 },
    )
  })

  it('has percentiles within 2 % of the exact ones', () => {
    fc.assert(
      fc.property(
        fc.array(
          duration.map((ms) => ms + 1),
          { minLength: 1 },
        ),
        fc.constantFrom(0.5, 0.9, 0.99),
        (values, p) => {
          const histogram = histogramOf(values.map((value) => ({ duration: value, isOpen: false })))
          const ratio = (histogramQuantile(histogram, p) ?? 0) / (percentile(values, p) ?? 1)
          expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(0.02 + 1e-9)
        },
      ),
    )
  })

  it('survives packing', () => {
    fc.assert(
      fc.property(items, (list) => {
        const histogram = histogramOf(list)
        expect(survivalCountsOf(unpackHistogram(packHistogram(histogram)))).toEqual(
          survivalCountsOf(histogram),
        )
      }),
    )
  })

  it('of two parts merged is that of the whole, whatever the order', () => {
    fc.assert(
      fc.property(items, items, (left, right) => {
        const whole = packHistogram(histogramOf([...left, ...right]))
        expect(packHistogram(mergeHistograms([histogramOf(left), histogramOf(right)]))).toEqual(whole)
        expect(packHistogram(mergeHistograms([histogramOf(right), histogramOf(left)]))).toEqual(whole)
      }),
    )
  })

  it('carries Kaplan-Meier over merged parts within 2 % of the single durations', () => {
    const random = seededRandom('waiting')
    const list = Array.from({ length: 5000 }, () => ({
      duration: Math.ceil(random.lognormal(600_000, 1.5)),
      isOpen: random.chance(0.2),
    }))
    const parts = [0, 1, 2, 3].map((part) => histogramOf(list.filter((_, index) => index % 4 === part)))
    for (const p of [0.5, 0.9]) {
      const exact = survivalQuantile(survivalCurve(list), p).value ?? Number.NaN
      const merged =
        survivalQuantile(survivalCurveOfCounts(survivalCountsOf(mergeHistograms(parts))), p).value ?? 0
      expect(Math.abs(merged / exact - 1)).toBeLessThanOrEqual(0.025)
    }
  })

  it('packs a desk week of 300 handoffs into less than a kilobyte', () => {
    const random = seededRandom('week')
    const list = Array.from({ length: 300 }, () => ({
      duration: random.lognormal(900_000, 1),
      isOpen: random.chance(0.05),
    }))
    expect(packHistogram(histogramOf(list)).length).toBeLessThan(1000)
  })

  it.each([
    ['nothing', []],
    ['another layout', [9, 0, 0]],
    ['a cut count', [1, 1, 5]],
    ['bytes behind the end', [1, 0, 0, 0]],
    ['an endless number', [1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]],
  ])('refuses %s', (_case, bytes) => {
    expect(() => unpackHistogram(Uint8Array.from(bytes))).toThrow(RangeError)
  })

  it.each([-1, Number.NaN, Infinity])('refuses a duration of %d', (ms) => {
    expect(() => bucketOf(ms)).toThrow(RangeError)
  })
})
