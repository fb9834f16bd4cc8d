import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { survivalCurve, survivalQuantile } from '../../../domain/statistics/kaplan-meier.ts'
import { percentile } from '../../../domain/statistics/percentile.ts'

const closed = (duration: number) => ({ duration, isOpen: false })
const open = (duration: number) => ({ duration, isOpen: true })

describe('survivalCurve', () => {
  it('equals the 6-mercaptopurine arm of Freireich 1963, as printed in Kalbfleisch and Prentice', () => {
    const weeks = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(closed)
    const inRemission = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(open)
    const curve = survivalCurve([...weeks, ...inRemission])
    expect(curve.steps.map(({ duration, atRisk }) => [duration, atRisk])).toEqual([
      [6, 21],
      [7, 17],
      [10, 15],
      [13, 12],
      [16, 11],
      [22, 7],
      [23, 6],
    ])
    const expected = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    curve.steps.forEach((step, index) => expect(step.survival).toBeCloseTo(expected[index] ?? 0, 4))
    expect(curve).toMatchObject({ n: 21, ended: 9, censored: 12, longest: 35 })
    // R survfit(conf.type = "log-log"): median 23, 95 % from 13, upper end not reached.
    expect(survivalQuantile(curve, 0.5)).toEqual({ value: 23, low: 13, high: null, longest: 35 })
    expect(curve.steps[0]?.low).toBeCloseTo(0.6197, 3)
    expect(curve.steps[0]?.high).toBeCloseTo(0.9516, 3)
  })

  it('does not reach the median when fewer than half have ended', () => {
    const curve = survivalCurve([closed(5), open(9), open(9)])
    expect(survivalQuantile(curve, 0.5)).toMatchObject({ value: null, longest: 9 })
  })

  it('of nothing has no steps and no longest', () => {
    expect(survivalQuantile(survivalCurve([]), 0.5)).toEqual({
      value: null,
      low: null,
      high: null,
      longest: null,
    })
  })

  const durations = fc.array(fc.record({ duration: fc.nat(10_000), isOpen: fc.boolean() }), {
    maxLength: 200,
  })

  it('without open ones has the exact percentiles', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10_000), { minLength: 1 }),
        fc.constantFrom(0.1, 0.5, 0.9, 0.99),
        (values, p) => {
          expect(survivalQuantile(survivalCurve(values.map(closed)), p).value).toBe(percentile(values, p))
        },
      ),
    )
  })

  it('falls, stays in 0..1 within its interval, and p50 <= p90', () => {
    fc.assert(
      fc.property(durations, (items) => {
        const curve = survivalCurve(items)
        let before = 1
        for (const step of curve.steps) {
          expect(step.survival).toBeLessThan(before)
          expect(step.low).toBeLessThanOrEqual(step.survival)
          expect(step.high).toBeGreaterThanOrEqual(step.survival)
          before = step.survival
        }
        const p50 = survivalQuantile(curve, 0.5)
        const p90 = survivalQuantile(curve, 0.9)
        expect(p50.value ?? Infinity).toBeLessThanOrEqual(p90.value ?? Infinity)
        expect(p50.low ?? Infinity).toBeLessThanOrEqual(p50.value ?? Infinity)
        expect(p50.value ?? Infinity).toBeLessThanOrEqual(p50.high ?? Infinity)
      }),
    )
  })

  it('dropping the open ones would only ever flatter the median', () => {
    fc.assert(
      fc.property(durations, (items) => {
        const flattered = survivalQuantile(survivalCurve(items.filter((item) => !item.isOpen)), 0.5).value
        const honest = survivalQuantile(survivalCurve(items), 0.5).value
        expect(honest ?? Infinity).toBeGreaterThanOrEqual(flattered ?? 0)
      }),
    )
  })
})

describe('percentile', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    [[7], 0, 7],
    [[1, 9], 1, 9],
    [[], 0.5, null],
  ])('of %j at %d is %s', (values, p, expected) => {
    expect(percentile(values, p)).toBe(expected)
  })
})
