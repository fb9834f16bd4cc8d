import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { signalKeys } from '../../../domain/screening/signal-key.ts'
import { signals } from '../../../domain/screening/signals.ts'
import { isAtFloor, snapToScale, stepOf, stepsOf } from '../../../domain/what-if/scale-steps.ts'

describe.each(signalKeys)('the scale of %s', (key) => {
  const steps = stepsOf(key)
  const { scale } = signals[key]

  it('has at most 256 steps, from one end of the scale to the other, in the order of strength', () => {
    expect(steps.bounds.length).toBeLessThanOrEqual(256)
    expect(steps.bounds.length).toBeGreaterThan(100)
    expect([steps.bounds[0], steps.bounds.at(-1)].sort((a, b) => a! - b!)).toEqual([scale.min, scale.max])
    for (let i = 1; i < steps.bounds.length; i++) {
      expect(steps.bounds[i]! * steps.sign).toBeGreaterThan(steps.bounds[i - 1]! * steps.sign)
    }
  })

  it('compares a threshold on a bound by its step exactly as its value', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: scale.min, max: scale.max, noNaN: true }),
          fc.constantFrom(...steps.bounds),
        ),
        fc.nat(steps.bounds.length - 1),
        (value, step) => {
          const fires = value * steps.sign >= steps.bounds[step]! * steps.sign
          expect(stepOf(steps, value) >= step).toBe(fires)
        },
      ),
    )
  })

  it('snaps to a bound at or beyond the floor, and leaves a bound where it is', () => {
    fc.assert(
      fc.property(fc.double({ min: scale.min, max: scale.max, noNaN: true }), (value) => {
        const snapped = snapToScale(key, value)
        expect(steps.bounds).toContain(snapped)
        expect(isAtFloor(key, snapped)).toBe(true)
        expect(snapToScale(key, snapped)).toBe(snapped)
      }),
    )
  })
})

it('the default thresholds stand on bounds', () => {
  const set = defaultRuleSet(0)
  const all = set.rules.flatMap(({ signal, thresholds }) =>
    [thresholds.default, ...thresholds.overrides.map(({ value }) => value)].flatMap((value) =>
      value === null ? [] : [{ signal, value }],
    ),
  )
  expect(all.length).toBeGreaterThan(12)
  for (const { signal, value } of all) expect(snapToScale(signal, value)).toBe(value)
})
