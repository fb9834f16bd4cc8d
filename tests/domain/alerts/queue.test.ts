import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultAskingPolicy } from '../../../domain/alerts/asking-policy.ts'
import { compareCode } from '../../../domain/alerts/compare-code.ts'
import { isSampled } from '../../../domain/alerts/is-sampled.ts'
import { scheduleAlert } from '../../../domain/alerts/schedule-alert.ts'
import { severities } from '../../../domain/screening/rule.ts'
import { channels } from '../../../domain/screening/transaction.ts'

const noon = Date.UTC(2026, 5, 8, 12)
const minute = 60_000
const { targets } = defaultAskingPolicy
const card = { raisedAt: noon, channel: 'card', severity: 'low', stakes: 1 } as const
const hash = (secret: string) => (text: string) => createHmac('sha256', secret).update(text).digest()

const alerts = fc.record({
  raisedAt: fc.integer({ min: noon, max: noon + 1_000 * minute }),
  channel: fc.constantFrom(...channels),
  severity: fc.constantFrom(...severities),
  stakes: fc.double({ min: 0, max: 1e9, noNaN: true }),
})

describe('the place in the queue', () => {
  it('is the target of the channel when nothing else is at stake', () => {
    expect(scheduleAlert(card, targets)).toEqual({
      warnAt: noon + 15 * minute,
      dueAt: noon + 30 * minute,
      rankAt: noon + 30 * minute,
    })
  })

  it('moves ahead by two hours for high severity and a quarter of an hour for each doubling', () => {
    expect(scheduleAlert({ ...card, severity: 'high' }, targets).rankAt).toBe(noon - 90 * minute)
    expect(scheduleAlert({ ...card, stakes: 4 }, targets).rankAt).toBe(noon)
  })

  it('is overtaken by nothing for ever: an alert that waited four hours and a target comes before every newer one', () => {
    fc.assert(
      fc.property(alerts, alerts, (older, newer) => {
        const bound =
          4 * 60 * minute + Math.max(...channels.map((one) => targets[one].targetMinutes)) * minute
        fc.pre(newer.raisedAt - older.raisedAt > bound)
        expect(scheduleAlert(older, targets).rankAt).toBeLessThan(scheduleAlert(newer, targets).rankAt)
      }),
    )
  })

  it('never lies behind for more at stake or graver', () => {
    fc.assert(
      fc.property(alerts, fc.double({ min: 1, max: 100, noNaN: true }), (alert, more) => {
        const graver = { ...alert, stakes: alert.stakes * more, severity: 'high' } as const
        expect(scheduleAlert(graver, targets).rankAt).toBeLessThanOrEqual(
          scheduleAlert(alert, targets).rankAt,
        )
      }),
    )
  })
})

describe('the sample', () => {
  it('draws the same again, nobody at 0 and everybody at a million', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 1_000_000 }), (id, ppm) => {
        const draw = () => isSampled(id, { ppm, hash: hash('secret') })
        expect(draw()).toBe(draw())
        expect(isSampled(id, { ppm: 0, hash: hash('secret') })).toBe(false)
        expect(isSampled(id, { ppm: 1_000_000, hash: hash('secret') })).toBe(true)
      }),
    )
  })

  it('is the share that was asked for, and another one under another secret', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `payment-${i}`)
    const drawn = (secret: string) => ids.filter((id) => isSampled(id, { ppm: 20_000, hash: hash(secret) }))
    // 400 expected of 20 000; five standard deviations are 99.
    expect(Math.abs(drawn('one').length - 400)).toBeLessThan(99)
    expect(drawn('one')).not.toEqual(drawn('two'))
  })
})

describe('the code that both sides compare', () => {
  it('is two pairs of digits, the same for both sides and another without the secret', () => {
    const id = '5b0a4f4e-0000-8000-8000-000000000001'
    expect(compareCode(id, hash('secret'))).toMatch(/^\d\d \d\d$/)
    expect(compareCode(id, hash('secret'))).toBe(compareCode(id, hash('secret')))
    expect(compareCode(id, hash('secret'))).not.toBe(compareCode(id, hash('another')))
  })
})
