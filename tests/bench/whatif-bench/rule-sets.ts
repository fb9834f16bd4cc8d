import { thresholdFor } from '../../../domain/screening/compile-rule-set.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { type RuleSet } from '../../../domain/screening/rule.ts'
import { type Signal } from '../../../domain/screening/signal.ts'
import { signals } from '../../../domain/screening/signals.ts'
import { channels } from '../../../domain/screening/transaction.ts'
import { kindOf } from '../../../domain/what-if/reading-kinds.ts'
import { readingColumns } from './columns.ts'

export const currencies = ['PLN', 'EUR'] as const

/** All rules of a new organisation, asking about one or two of a hundred of the bench's purchases. */
export const active: RuleSet = withDefaults({
  'slipped-digit': 0.995,
  'paid-twice': 60,
  'insecure-merchant': 19,
  'slipped-quantity': 0.995,
  'bought-twice': 60,
  'another-size': 15,
  'broken-habit': 0.99,
  'unusual-quantity': 8,
  'far-above-usual': 8,
})

/** What an administrator tries: half of the rules moved, one switched off. */
export const draft: RuleSet = withDefaults({
  'slipped-digit': 0.99,
  'paid-twice': 30,
  'insecure-merchant': 19,
  'slipped-quantity': null,
  'bought-twice': 100,
  'another-size': 14,
  'broken-habit': 0.99,
  'unusual-quantity': 10,
  'far-above-usual': 7,
})

function withDefaults(thresholds: Readonly<Record<string, number | null>>): RuleSet {
  const set = defaultRuleSet(0)
  return {
    ...set,
    rules: set.rules.map((rule) =>
      rule.key in thresholds
        ? { ...rule, thresholds: { ...rule.thresholds, default: thresholds[rule.key]! } }
        : rule,
    ),
  }
}

/** Each rule as a condition over the columns, in plain SQL. */
export function conditionsOf({ rules }: RuleSet): string[] {
  return rules.map((rule) => {
    const column = readingColumns[kindOf(rule.level, rule.signal)]!
    const amount = rule.level === 'line' ? 'line_amount' : 'transaction_amount'
    const compare = (signals[rule.signal] as Signal).fires === 'atOrAbove' ? '>=' : '<='
    const cases = currencies.flatMap((currency) =>
      channels.map((channel, c) => ({
        at: `eur = ${currency === 'EUR'} AND channel = ${c}`,
        threshold: rule.enabled ? thresholdFor(rule, undefined, currency, channel) : null,
        minimum: rule.minimumAmountMinor?.[currency] ?? 0,
      })),
    )
    const alike = new Set(cases.map(({ threshold, minimum }) => `${threshold} ${minimum}`)).size === 1
    const test = ({ threshold, minimum }: (typeof cases)[number]) =>
      threshold === null
        ? 'false'
        : `${column} ${compare} ${threshold}${minimum > 0 ? ` AND ${amount} >= ${minimum}` : ''}`
    const text = alike
      ? test(cases[0]!)
      : cases
          .filter(({ threshold }) => threshold !== null)
          .map((one) => `(${one.at} AND ${test(one)})`)
          .join(' OR ') || 'false'
    return `coalesce(${text}, false)`
  })
}
