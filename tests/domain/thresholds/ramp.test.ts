import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  moveRamp,
  type RampMeasured,
  type RampPlan,
  rampPlanSchema,
} from '../../../domain/thresholds/ramp-plan.ts'
import { isInRamp, rampPlace } from '../../../domain/thresholds/ramp-share.ts'

const plan: RampPlan = {
  steps: [
    { ppm: 10_000, hours: 24, answers: 10, needsApproval: false },
    { ppm: 100_000, hours: 24, answers: 50, needsApproval: true },
  ],
  guardrails: { alertsPerHour: 30, needlessPercent: 80, decisionMsP99: 100 },
}
const calm: RampMeasured = { alertsLastHour: 5, answers: 60, needless: 20, decisionMsP99: 20 }
const day = 24 * 3_600_000

describe('a ramp', () => {
  it.each([
    ['waits for its time', { step: 0, letOn: false }, calm, day - 1, { kind: 'stay', waitsFor: 'time' }],
    [
      'waits for answers',
      { step: 0, letOn: false },
      { ...calm, answers: 9, needless: 0 },
      day,
      { kind: 'stay', waitsFor: 'answers' },
    ],
    ['goes on', { step: 0, letOn: false }, calm, day, { kind: 'next', step: 1 }],
    ['waits for somebody', { step: 1, letOn: false }, calm, day, { kind: 'stay', waitsFor: 'approval' }],
    ['ends for everybody', { step: 1, letOn: true }, calm, day, { kind: 'finish' }],
    [
      'returns for too many questions',
      { step: 0, letOn: false },
      { ...calm, alertsLastHour: 31 },
      0,
      { kind: 'return', reason: 'tooManyAlerts' },
    ],
    [
      'returns for needless ones',
      { step: 0, letOn: false },
      { ...calm, needless: 49 },
      0,
      { kind: 'return', reason: 'tooManyNeedless' },
    ],
    [
      'says nothing of few answers',
      { step: 0, letOn: false },
      { ...calm, answers: 19, needless: 19 },
      0,
      { kind: 'stay', waitsFor: 'time' },
    ],
    [
      'returns for slow decisions',
      { step: 0, letOn: false },
      { ...calm, decisionMsP99: 101 },
      0,
      { kind: 'return', reason: 'tooSlow' },
    ],
  ] as const)('%s', (_, at, measured, now, move) => {
    expect(moveRamp(plan, { ...at, stepAt: 0 }, measured, now)).toEqual(move)
  })

  it('refuses steps out of order', () => {
    expect(rampPlanSchema.safeParse({ ...plan, steps: plan.steps.toReversed() }).success).toBe(false)
  })
})

describe('a share of the customers', () => {
  it('only grows: who is in stays in', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(1_000), fc.nat(1_000_000), fc.nat(1_000_000), (ref, salt, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        if (isInRamp(ref, salt, less)) expect(isInRamp(ref, salt, more)).toBe(true)
      }),
    )
  })

  it('is as large as it says', () => {
    const customers = Array.from({ length: 20_000 }, (_, i) => `customer-${i}`)
    const inside = customers.filter((ref) => isInRamp(ref, 7, 100_000)).length
    // Five standard deviations of a tenth of 20 000.
    expect(Math.abs(inside - 2_000)).toBeLessThan(5 * Math.sqrt(20_000 * 0.1 * 0.9))
  })

  it('draws anew for each version, and nobody unknown before everybody', () => {
    expect(rampPlace('anna', 1)).not.toBe(rampPlace('anna', 2))
    expect(isInRamp(null, 1, 999_999)).toBe(false)
    expect(isInRamp(null, 1, 1_000_000)).toBe(true)
  })
})
