import type { Rule } from '@/domain/screening/rule.ts'
import type { Channel } from '@/domain/screening/transaction.ts'
import { overridePlace } from '@/domain/thresholds/rule-set-leaves.ts'

/** A part of the transactions that a threshold may hold for; null: any. */
export interface RulePlace {
  readonly segment: string | null
  readonly currency: string | null
  readonly channel: Channel | null
}

/** The rule with another threshold there: the default where nothing is named, else the override of exactly this place. */
export function setThreshold(
  rule: Rule,
  { segment, currency, channel }: RulePlace,
  value: number | null,
): Rule {
  if (segment === null && currency === null && channel === null)
    return { ...rule, thresholds: { ...rule.thresholds, default: value } }
  const made = {
    ...(segment === null ? {} : { segment }),
    ...(currency === null ? {} : { currency }),
    ...(channel === null ? {} : { channel }),
    value,
  }
  const { overrides } = rule.thresholds
  const here = overrides.findIndex((one) => overridePlace(one) === overridePlace(made))
  const next = here < 0 ? [...overrides, made] : overrides.with(here, made)
  return { ...rule, thresholds: { ...rule.thresholds, overrides: next } }
}

/** The rule without the override of this place (`overridePlace`). */
export function removeOverride(rule: Rule, place: string): Rule {
  const overrides = rule.thresholds.overrides.filter((one) => overridePlace(one) !== place)
  return { ...rule, thresholds: { ...rule.thresholds, overrides } }
}

/** The rule with another minimum amount in a currency; 0 takes the minimum away. */
export function setMinimumAmount(rule: Rule, currency: string, minor: number): Rule {
  const { [currency]: _, ...others } = rule.minimumAmountMinor ?? {}
  const minimumAmountMinor = minor === 0 ? others : { ...others, [currency]: minor }
  return {
    ...rule,
    minimumAmountMinor: Object.keys(minimumAmountMinor).length === 0 ? undefined : minimumAmountMinor,
  }
}
