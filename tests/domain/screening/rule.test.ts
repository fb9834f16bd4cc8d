import { describe, expect, it } from 'vitest'
import { compileRuleSet, thresholdFor } from '../../../domain/screening/compile-rule-set.ts'
import { composeQuestion } from '../../../domain/screening/compose-question.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { type Rule, ruleSchema, ruleSetSchema } from '../../../domain/screening/rule.ts'
import { screen } from '../../../domain/screening/screen.ts'
import { plainContext } from '../../../domain/screening/screening-context.ts'
import { payment } from './build.ts'

const defaults = defaultRuleSet(0)
const large = defaults.rules.find((rule) => rule.key === 'large-payment')!
const ratio = defaults.rules.find((rule) => rule.key === 'far-above-usual')!

function problems(rule: unknown): string[] {
  const parsed = ruleSchema.safeParse(rule)
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

it('the default rule set is valid', () => {
  expect(ruleSetSchema.parse(defaults)).toEqual(defaults)
})

describe('a rule is refused with what to do about it', () => {
  const questions = { en: 'Is it right?', pl: 'Zgadza się?', ru: 'Верно?' }

  it.each<[string, unknown, RegExp]>([
    [
      'NaN',
      { ...ratio, thresholds: { default: NaN, overrides: [] } },
      /thresholds.default: The threshold must be a number/,
    ],
    [
      'below the scale',
      { ...ratio, thresholds: { default: -1, overrides: [] } },
      /thresholds.default: .* lies between/,
    ],
    ['infinite', { ...ratio, thresholds: { default: Infinity, overrides: [] } }, /thresholds.default/],
    ['an empty question', { ...ratio, questions: { ...questions, pl: ' ' } }, /questions.pl: Write a text/],
    [
      'an unknown placeholder',
      { ...ratio, questions: { ...questions, ru: '{pin}?' } },
      /questions.ru: Only these .*\{amount\}/,
    ],
    [
      'an unknown currency',
      { ...ratio, thresholds: { default: 10, overrides: [{ currency: 'XYZ', value: 5 }] } },
      /currency: .*ISO 4217/,
    ],
    ['a minimum in no currency', { ...ratio, minimumAmountMinor: { zloty: 5 } }, /minimumAmountMinor/],
    [
      'an override of everything',
      { ...ratio, thresholds: { default: 10, overrides: [{ value: 5 }] } },
      /names a segment/,
    ],
    [
      'the same override twice',
      {
        ...ratio,
        thresholds: {
          default: 10,
          overrides: [
            { segment: 'a', value: 5 },
            { segment: 'a', value: 6 },
          ],
        },
      },
      /Two overrides/,
    ],
    ['less history than the signal needs', { ...ratio, minimumHistory: 4 }, /minimumHistory: .* below 5/],
    ['a level that the signal has no value for', { ...ratio, level: 'line' }, /level: /],
    ['a key with spaces', { ...ratio, key: 'far above' }, /key: /],
  ])('%s', (_, rule, message) => {
    expect(problems(rule).join('\n')).toMatch(message)
  })

  it('two rules with one key', () => {
    expect(() => ruleSetSchema.parse({ ...defaults, rules: [ratio, ratio] })).toThrow(/same key/)
  })
})

describe('of several thresholds the one that says most counts', () => {
  const rule: Rule = {
    ...large,
    thresholds: {
      default: 1_000,
      overrides: [
        { channel: 'card', value: 2_000 },
        { segment: 'premium', value: 3_000 },
        { segment: 'premium', channel: 'card', value: 4_000 },
        { currency: 'EUR', value: 5_000 },
        { currency: 'EUR', segment: 'premium', value: null },
      ],
    },
  }

  it.each([
    [undefined, 'PLN', 'transfer', 1_000],
    [undefined, 'PLN', 'card', 2_000],
    ['premium', 'PLN', 'transfer', 3_000],
    ['premium', 'PLN', 'card', 4_000],
    ['other', 'EUR', 'card', 5_000],
    ['premium', 'EUR', 'card', null],
  ] as const)('%s %s %s', (segment, currency, channel, value) => {
    expect(thresholdFor(rule, segment, currency, channel)).toBe(value)
    const compiled = compileRuleSet({ ...defaults, rules: [rule] })
    const decide = (amountMinor: number) =>
      screen({
        transaction: payment({ segment: segment ?? null, currency, channel, amountMinor }),
        profile: null,
        itemUsage: () => undefined,
        ruleSet: compiled,
        context: plainContext,
        now: 0,
      }).decision
    expect(decide((value ?? 1e12) - 1)).toBe('proceed')
    expect(decide(value ?? 1e12)).toBe(value === null ? 'proceed' : 'ask')
  })

  it('a rule that is switched off does not fire', () => {
    const compiled = compileRuleSet({ ...defaults, rules: [{ ...rule, enabled: false }] })
    const { decision } = screen({
      transaction: payment({ amountMinor: 1e9 }),
      profile: null,
      itemUsage: () => undefined,
      ruleSet: compiled,
      context: plainContext,
      now: 0,
    })
    expect(decision).toBe('proceed')
  })
})

it('an organisation’s own question takes the place of the signal’s', () => {
  const own = {
    en: 'Send {amount} to {to}?',
    pl: 'Wysłać {amount} do: {to}?',
    ru: 'Отправить {amount} ({to})?',
  }
  const ruleSet = compileRuleSet({ ...defaults, rules: [{ ...large, questions: own }] })
  const transaction = payment({ amountMinor: 10_000_000, payee: { ref: 'x', name: '$& Sons' } })
  const { hits } = screen({
    transaction,
    profile: null,
    itemUsage: () => undefined,
    ruleSet,
    context: plainContext,
    now: 0,
  })
  const question = composeQuestion(hits, transaction, { timeZone: 'UTC', ruleSet })
  expect(question.en.replace(/\u00a0/g, ' ')).toBe('Send PLN 100,000 to $& Sons?')
})
