import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AlarmCondition } from '../../../domain/alarms/alarm-condition.ts'
import { type AlarmState, judgeAlarm } from '../../../domain/alarms/judge-alarm.ts'

const above: AlarmCondition = {
  kind: 'threshold',
  side: 'above',
  limit: 100,
  hours: 24,
  leastN: 10,
  hysteresis: 0.1,
}
const unusual: AlarmCondition = { kind: 'unusual', side: 'above', deviations: 3, leastN: 0 }

describe('a threshold', () => {
  test.each([
    ['quiet', 101, 'raised', 'raised'],
    ['quiet', 100, 'quiet', null],
    ['raised', 95, 'raised', null],
    ['raised', 90, 'quiet', 'ended'],
    ['acknowledged', 120, 'acknowledged', null],
    ['acknowledged', 80, 'quiet', 'ended'],
  ] as const)('%s at %i is %s and tells %s', (state, observed, next, event) => {
    expect(judgeAlarm(above, state, { observed, n: observed })).toMatchObject({ state: next, event })
  })

  test('says nothing on fewer observations than asked for, in either direction', () => {
    expect(judgeAlarm(above, 'quiet', { observed: 500, n: 9 }).event).toBeNull()
    expect(judgeAlarm(above, 'raised', { observed: 0, n: 9 }).event).toBeNull()
  })

  test('of a share that is not applicable is neither raised nor ended', () => {
    expect(judgeAlarm({ ...above, leastN: 0 }, 'raised', { observed: null, n: 0 }).state).toBe('raised')
  })

  test('rings once while the figure trembles around the limit by less than the hysteresis', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 91, max: 109 }), { minLength: 2, maxLength: 50 }), (figures) => {
        let state: AlarmState = 'quiet'
        const events = figures.flatMap((observed) => {
          const verdict = judgeAlarm(above, state, { observed, n: 50 })
          state = verdict.state
          return verdict.event ?? []
        })
        expect(events.length).toBeLessThanOrEqual(1)
      }),
      { seed: 2 },
    )
  })
})

describe('an hour that is unlike itself', () => {
  test('is held against the mean and the scatter of that hour of the weeks before, by hand', () => {
    // Mean 20, squares 4 * 16 + 4 * 16 = 128 of 7 degrees: 18.3, below Poisson's 20, so the deviation is sqrt(20).
    const usual = [16, 24, 16, 24, 16, 24, 16, 24]
    const verdict = judgeAlarm(unusual, 'quiet', { observed: 34, n: 34, usual })
    expect(verdict.limit).toBeCloseTo(20 + 3 * Math.sqrt(20), 12)
    expect(verdict.event).toBe('raised')
    expect(judgeAlarm(unusual, 'quiet', { observed: 33, n: 33, usual }).event).toBeNull()
  })

  test('is not judged by fewer than four weeks', () => {
    expect(judgeAlarm(unusual, 'quiet', { observed: 900, n: 900, usual: [1, 1, 1] })).toMatchObject({
      event: null,
      limit: null,
    })
  })
})

test('no data rings when nothing came, and ends with the first thing that comes', () => {
  const silence: AlarmCondition = { kind: 'noData', hours: 1 }
  expect(judgeAlarm(silence, 'quiet', { observed: 0, n: 0 }).event).toBe('raised')
  expect(judgeAlarm(silence, 'raised', { observed: 1, n: 1 }).event).toBe('ended')
})
