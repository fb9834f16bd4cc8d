import { describe, expect, test } from 'vitest'
import { generateDemo } from '../../../domain/demo/generate-demo.ts'
import { compileRuleSet } from '../../../domain/screening/compile-rule-set.ts'
import { emptyProfile, remember } from '../../../domain/screening/profile.ts'
import { plainContext } from '../../../domain/screening/screening-context.ts'
import { screen } from '../../../domain/screening/screen.ts'

const dayMs = 86_400_000
const size = { bankCustomers: 12, shopCustomers: 12 }
const moments = [
  ['a winter night', Date.UTC(2027, 1, 3, 0, 30)],
  ['the day after the clocks went forward', Date.UTC(2026, 2, 30, 9)],
  ['the day after the clocks went back', Date.UTC(2026, 9, 26, 9)],
  ['a leap day', Date.UTC(2028, 1, 29, 12)],
] as const

describe.each(moments)('the demo organisation made on %s', (_, now) => {
  const demo = generateDemo(now, size)

  test('is the same whenever it is made at that moment', () => {
    expect(generateDemo(now, size)).toEqual(demo)
  })

  test('is in the order of time, over the twelve months before today and not a moment later', () => {
    const times = demo.transactions.map(({ transaction }) => transaction.occurredAt)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)!).toBeLessThan(now)
    expect(now - times[0]!).toBeGreaterThan(360 * dayMs)
    expect(now - times[0]!).toBeLessThanOrEqual(367 * dayMs)
  })

  test('has no id twice, no amount that is not a positive whole number, and no line that does not add up', () => {
    const all = demo.transactions.map(({ transaction }) => transaction)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { amountMinor, lines } of all) {
      expect(Number.isSafeInteger(amountMinor) && amountMinor > 0).toBe(true)
      if (lines.length > 0) expect(lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(amountMinor)
    }
  })

  test.each(demo.stories)(
    '$customerRef is asked by $rule, about the last transaction and none before',
    (story) => {
      const profile = emptyProfile()
      const ruleSet = compileRuleSet(demo.ruleSets.at(-1)!)
      const asked = story.transactions.flatMap(({ transaction }, index) => {
        const own = { ...transaction, id: transaction.id || `earlier-${index}` }
        const { hits } = screen({
          transaction: own,
          profile,
          itemUsage: () => undefined,
          ruleSet,
          context: plainContext,
          now: own.occurredAt,
        })
        remember(profile, own)
        return hits.length > 0 ? [{ id: own.id, rules: hits.map(({ rule }) => rule) }] : []
      })
      expect(asked).toEqual([{ id: story.transactionId, rules: expect.arrayContaining([story.rule]) }])
    },
  )
})

test('customers of every language, segment, channel and currency are in it', () => {
  const { transactions } = generateDemo(moments[0][1], { bankCustomers: 60, shopCustomers: 60 })
  const values = (of: 'language' | 'segment' | 'channel' | 'currency') =>
    [...new Set(transactions.map(({ transaction }) => transaction[of]))].sort()
  expect(values('language')).toEqual(['en', 'pl', 'ru'])
  expect(values('channel')).toEqual(['card', 'online', 'pos', 'transfer'])
  expect(values('currency')).toEqual(['EUR', 'PLN'])
  expect(values('segment')).toEqual(['business', 'loyalty', 'loyalty-gold', 'premium', 'private'])
})

test('a customer lives the same year whoever else is in it', () => {
  const of = (demo: ReturnType<typeof generateDemo>) =>
    demo.transactions
      .filter(({ transaction }) => transaction.customerRef === 'b-0003')
      .map(({ transaction }) => ({ ...transaction, id: '' }))
  expect(of(generateDemo(moments[0][1], { bankCustomers: 3, shopCustomers: 0 }))).toEqual(
    of(generateDemo(moments[0][1], { bankCustomers: 9, shopCustomers: 4 })),
  )
})
