import { describe, expect, it } from 'vitest'
import { AppError } from '../../../domain/errors/app-error.ts'
import { emptyItemUsage, forgetItem, rememberItem } from '../../../domain/screening/item-usage.ts'
import {
  emptyProfile,
  findRecentAlert,
  parseProfile,
  profileBytesAtMost,
  remember,
  rememberAlert,
  rememberQuestion,
} from '../../../domain/screening/profile.ts'
import { channels } from '../../../domain/screening/transaction.ts'
import { basket, line, minute, now, payment } from './build.ts'

describe('a profile', () => {
  it('stays within its bound, whatever a sender puts into it', () => {
    const profile = emptyProfile()
    const long = (i: number) => `${'ж'.repeat(200)}${i}`
    for (let i = 0; i < 3_000; i++) {
      const lines = Array.from({ length: 40 }, (_, n) =>
        line({
          lineNo: n + 1,
          sku: long(i * 40 + n),
          category: long(i % 40),
          group: long(i % 40),
          size: String(30 + (n % 10)),
          attributes: Array.from({ length: 10 }, (_, a) => long(i + a)),
          quantity: 0.123456789 + n,
        }),
      )
      remember(
        profile,
        basket(
          {
            id: `t-${i}`,
            occurredAt: now + i * 1_000,
            channel: channels[i % 4],
            cardPresent: true,
            currency: ['PLN', 'EUR', 'GBP', 'USD', 'CHF'][i % 5]!,
            amountMinor: Number.MAX_SAFE_INTEGER - i,
            payee: { ref: long(i), name: long(i) },
            place: { lat: -80.123456789 + (i % 160), lon: -170.123456789 + (i % 340), country: 'PL' },
          },
          ...lines,
        ),
      )
      rememberAlert(profile, {
        subject: `customer c-1 / payee ${'p'.repeat(200)}${i}`,
        alertId: `${'a'.repeat(36)}`,
        at: now + i,
      })
      rememberQuestion(profile, now + i)
    }
    expect(Buffer.byteLength(JSON.stringify(profile))).toBeLessThan(profileBytesAtMost)
  })

  it('keeps the last 64 amounts of a kind and puts a late one in its place', () => {
    const profile = emptyProfile()
    for (let i = 0; i < 70; i++)
      remember(profile, payment({ id: `t-${i}`, occurredAt: now + i * minute, amountMinor: i + 1 }))
    remember(profile, payment({ id: 'late', occurredAt: now + 30.5 * minute, amountMinor: 999 }))
    remember(profile, payment({ id: 'too-late', occurredAt: now, amountMinor: 888 }))
    const { amounts } = profile.payments[0]!
    expect(amounts).toHaveLength(64)
    expect(amounts[0]).toBe(8)
    expect(amounts[amounts.indexOf(999) - 1]).toBe(31)
    expect(amounts).not.toContain(888)
  })

  it('takes names that mean something to JavaScript as names', () => {
    const profile = emptyProfile()
    remember(profile, basket({}, line({ sku: '__proto__', group: 'constructor', attributes: ['toString'] })))
    expect(profile.habits[0]).toMatchObject({ group: 'constructor', attributes: ['toString'] })
    expect(profile.items).toHaveLength(1)
  })

  it.each([null, {}, { v: 2 }, { ...emptyProfile(), questionsAt: ['x'] }])(
    'cannot be read from %j',
    (json) => {
      expect(() => parseProfile(json)).toThrow(AppError)
    },
  )

  it('finds an alert on the same subject within 60 seconds, before or after', () => {
    const profile = emptyProfile()
    rememberAlert(profile, { subject: 's', alertId: 'a', at: now })
    expect(findRecentAlert(profile, 's', now + minute)?.alertId).toBe('a')
    expect(findRecentAlert(profile, 's', now - minute)?.alertId).toBe('a')
    expect(findRecentAlert(profile, 's', now + minute + 1)).toBeNull()
    expect(findRecentAlert(profile, 'other', now)).toBeNull()
  })
})

describe('everybody’s usage of an item', () => {
  it('keeps the last 64 quantities in event-time order and forgets a transaction’s lines', () => {
    const usage = emptyItemUsage()
    for (let i = 0; i < 70; i++)
      rememberItem(usage, { transactionId: `t-${i}`, occurredAt: now + i, quantity: i })
    rememberItem(usage, { transactionId: 'late', occurredAt: now + 40.5, quantity: 1_000 })
    rememberItem(usage, { transactionId: 'late', occurredAt: now + 40.5, quantity: 2_000 })
    expect(usage.quantities).toHaveLength(64)
    expect(usage.quantities.indexOf(1_000)).toBe(usage.quantities.indexOf(40) + 1)
    forgetItem(usage, 'late')
    expect(usage.quantities).toHaveLength(62)
    expect([...usage.t].sort((a, b) => a - b)).toEqual(usage.t)
  })
})
