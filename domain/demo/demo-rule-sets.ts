import { defaultMerchantCriteria } from '../screening/default-merchant-criteria.ts'
import { defaultRuleSet } from '../screening/default-rule-set.ts'
import type { Rule, RuleSet } from '../screening/rule.ts'
import { insecureMerchant, localMerchants, webMerchants } from './merchants.ts'

/** What the bank knows about its merchants: those of every day are assessed and safe. */
const merchantCriteria = {
  ...defaultMerchantCriteria,
  unmetByMerchant: {
    ...Object.fromEntries([...localMerchants, ...webMerchants].map(({ ref }) => [ref, [] as string[]])),
    [insecureMerchant.ref]: ['strong-authentication', 'known-owner'],
  },
}

/**
 * The rules with which the demo year begins: two thresholds and an amount lower than the default, so that the bank asked about more
 * than it needed to. `createdAt` in epoch milliseconds.
 */
export function firstDemoRuleSet(createdAt: number): RuleSet {
  const ruleSet = defaultRuleSet(createdAt)
  return { ...ruleSet, version: 1, merchantCriteria, rules: ruleSet.rules.map(askMore) }
}

/** The rules after the review in the middle of the year: the default thresholds. `createdAt` in epoch milliseconds. */
export function secondDemoRuleSet(createdAt: number): RuleSet {
  return { ...defaultRuleSet(createdAt), version: 2, merchantCriteria }
}

/** What the first rules had lower. */
const lower: Readonly<Record<string, { threshold: number; minimumAmountMinor: Record<string, number> }>> = {
  'far-above-usual': { threshold: 3, minimumAmountMinor: { PLN: 40_000, EUR: 20_000, GBP: 100_000 } },
  'slipped-digit': { threshold: 0.8, minimumAmountMinor: { PLN: 20_000, EUR: 5_000, GBP: 5_000 } },
}

function askMore(rule: Rule): Rule {
  const own = lower[rule.key]
  if (own === undefined) return rule
  const { threshold, minimumAmountMinor } = own
  return { ...rule, thresholds: { ...rule.thresholds, default: threshold }, minimumAmountMinor }
}
