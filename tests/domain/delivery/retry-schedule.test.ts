import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failingAtMostMs, judgeEndpoint } from '../../../domain/delivery/endpoint-health.ts'
import { scheduleRetry } from '../../../domain/delivery/retry-schedule.ts'

const at = Date.UTC(2026, 5, 8, 8)
const second = 1_000
const minute = 60 * second
const hour = 60 * minute

describe('the next attempt', () => {
  it.each([
    [1, 30 * second],
    [2, 5 * minute],
    [3, 30 * minute],
    [4, 2 * hour],
    [5, 6 * hour],
    [6, 12 * hour],
  ])('after failure %i comes %i ms later', (tries, delayMs) => {
    expect(scheduleRetry(tries, at, 0)).toBe(at + delayMs)
  })

  it('does not come after the seventh failure', () => {
    expect(scheduleRetry(7, at, 0)).toBeNull()
  })

  it('comes at most a tenth later than planned, and never sooner', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (tries, random) => {
          const plannedMs = scheduleRetry(tries, 0, 0)!
          const drawnMs = scheduleRetry(tries, 0, random)!
          expect(drawnMs).toBeGreaterThanOrEqual(plannedMs)
          expect(drawnMs).toBeLessThanOrEqual(plannedMs * 1.1)
        },
      ),
    )
  })
})

describe('an endpoint', () => {
  const failure = (after: number, statusCode: number | null = 500) => ({
    delivered: false,
    statusCode,
    at: at + after,
  })

  it('stays on while its failures are younger than five days', () => {
    expect(judgeEndpoint(at, failure(failingAtMostMs - 1))).toEqual({ failingSince: at, off: null })
  })

  it('is switched off after five days of nothing but failures', () => {
    expect(judgeEndpoint(at, failure(failingAtMostMs))).toEqual({ failingSince: at, off: 'failing' })
  })

  it('begins anew after one success', () => {
    const success = { delivered: true, statusCode: 204, at: at + failingAtMostMs }
    expect(judgeEndpoint(at, success)).toEqual({ failingSince: null, off: null })
  })

  it('is switched off at once when it says that it is gone', () => {
    expect(judgeEndpoint(null, failure(0, 410))).toEqual({ failingSince: at, off: 'gone' })
  })
})
