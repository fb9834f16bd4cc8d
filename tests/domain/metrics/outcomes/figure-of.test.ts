import { describe, expect, test } from 'vitest'
import { compareFigures } from '../../../../domain/metrics/compare-figures.ts'
import { figureOf } from '../../../../domain/metrics/figure-of.ts'

describe('a share of judged alerts', () => {
  test('says how many were judged and what the unreachable leave open', () => {
    // 3 of 6 judged were worth asking; 2 unreachable: 3/8 if none of them was, 5/8 if both were; 10 alerts in all.
    const figure = figureOf({ unit: 'share' }, { value: 3, n: 6, judged: { all: 10, unreachable: 2 } })
    expect(figure).toMatchObject({
      value: 0.5,
      n: 6,
      numerator: 3,
      reviewed: { numerator: 6, n: 10 },
      band: { low: 0.375, high: 0.625 },
    })
  })

  test('by amount rests on the alerts, with the interval of their effective number', () => {
    // 30.00 and 10.00: 40² / (30² + 10²) = 1.6 effective observations.
    const figure = figureOf(
      { unit: 'share', weighs: 'amount' },
      {
        value: 3_000,
        n: 2,
        currency: 'PLN',
        weights: { whole: 4_000, squared: 3_000 ** 2 + 1_000 ** 2 },
        judged: { all: 5_000, unreachable: 1_000 },
      },
    )
    expect(figure).toMatchObject({
      value: 0.75,
      n: 2,
      currency: 'PLN',
      reviewed: { numerator: 4_000, n: 5_000 },
      band: { low: 0.6, high: 0.8 },
    })
    const alone = figureOf(
      { unit: 'share', weighs: 'amount' },
      { value: 3_000, n: 4_000, currency: 'PLN', weights: { whole: 4_000, squared: 4_000 } },
    )
    expect(figure.high! - figure.low!).toBeGreaterThan(alone.high! - alone.low!)
  })

  test('has no share over several currencies', () => {
    const mixed = { value: 3, n: 2, currency: null, weights: { whole: 4, squared: 10 } }
    expect(figureOf({ unit: 'share', weighs: 'amount' }, mixed)).toEqual({ value: null, n: 2 })
  })
})

describe('money', () => {
  test('of several currencies has no sum; none at all is 0', () => {
    expect(figureOf({ unit: 'money' }, { value: 500, n: 2, currency: null })).toEqual({ value: null, n: 2 })
    expect(figureOf({ unit: 'money' }, { value: 500, n: 2, currency: 'EUR' })).toMatchObject({ value: 500 })
    expect(figureOf({ unit: 'money' }, undefined)).toEqual({ value: 0, n: 0 })
  })

  test('of two currencies is not compared', () => {
    const metric = { unit: 'money', direction: 'up good' } as const
    const difference = compareFigures(
      metric,
      { value: 500, n: 1, currency: 'EUR' },
      { value: 300, n: 1, currency: 'PLN' },
    )
    expect(difference).toMatchObject({ absolute: null, verdict: 'unclear' })
  })
})

test('an average over nobody is unknown', () => {
  expect(figureOf({ unit: 'average' }, { value: 5, n: 2 })).toEqual({ value: 2.5, n: 2 })
  expect(figureOf({ unit: 'average' }, undefined)).toEqual({ value: null, n: 0 })
})

test('a median that was not reached is null and says what it exceeds', () => {
  const durations = [
    { duration: 1_000, ended: 1, censored: 0 },
    { duration: 9_000, ended: 0, censored: 3 },
  ]
  const figure = figureOf(
    { unit: 'duration' },
    { value: 4, n: 4, durations, inTarget: { numerator: 1, n: 3 } },
  )
  expect(figure).toMatchObject({
    value: null,
    n: 4,
    waiting: { longest: 9_000, ended: 1, open: 3, oldestOpenMs: 9_000, inTarget: { numerator: 1, n: 3 } },
  })
})
