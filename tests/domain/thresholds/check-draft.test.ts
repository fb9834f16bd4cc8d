import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { type Rule, ruleSetSchema } from '../../../domain/screening/rule.ts'
import { checkRuleOrder } from '../../../domain/thresholds/check-rule-order.ts'
import { localInstant } from '../../../domain/thresholds/local-instant.ts'

const base = defaultRuleSet(0)
const ratio = base.rules.find(({ key }) => key === 'far-above-usual')!
const graver = (value: number): Rule => ({
  ...ratio,
  ...{ key: 'very-far-above', severity: 'high', thresholds: { default: value, overrides: [] } },
})

describe('thresholds out of order', () => {
  it('are found where the graver rule begins before the milder one', () => {
    expect(checkRuleOrder({ rules: [ratio, graver(6)] })).toMatchObject([
      { path: 'rules.1.thresholds', code: 'outOfOrder' },
    ])
    expect(checkRuleOrder({ rules: [ratio, graver(30)] })).toEqual([])
  })

  it('are found in one currency only', () => {
    const inEuro = { ...graver(30), thresholds: { default: 30, overrides: [{ currency: 'EUR', value: 4 }] } }
    expect(checkRuleOrder({ rules: [ratio, inEuro] })).toHaveLength(1)
  })

  it('are none in the default rules', () => {
    expect(checkRuleOrder(base)).toEqual([])
  })
})

it.each([
  ['NaN', { thresholds: { default: NaN, overrides: [] } }],
  ['a threshold off the scale', { thresholds: { default: -1, overrides: [] } }],
  ['an empty question', { questions: { en: 'Is that right?', pl: ' ', ru: 'Верно?' } }],
  ['a placeholder that nothing fills', { questions: { en: '{iban}?', pl: '?', ru: '?' } }],
])('a draft with %s is refused', (_, change) => {
  expect(ruleSetSchema.safeParse({ ...base, rules: [{ ...ratio, ...change }] }).success).toBe(false)
})

describe('a time on the organisation’s wall', () => {
  it.each([
    ['2026-01-15T09:00', 'Europe/Warsaw', '2026-01-15T08:00:00.000Z'],
    ['2026-07-15T09:00', 'Europe/Warsaw', '2026-07-15T07:00:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Warsaw', '2026-10-25T00:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(new Date(localInstant(local, zone)).toISOString()).toBe(instant)
  })

  it.each([
    ['2026-03-29T02:30', 'Europe/Warsaw'],
    ['2026-02-30T09:00', 'Europe/Warsaw'],
    ['tomorrow', 'Europe/Warsaw'],
    ['2026-01-15T09:00', 'Europe/Atlantis'],
  ])('%s in %s is refused', (local, zone) => {
    expect(() => localInstant(local, zone)).toThrow(expect.objectContaining({ code: 'invalidInput' }))
  })
})
