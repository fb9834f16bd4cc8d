import { languages, type Localized } from '../language/language.ts'
import type { Rule } from '../screening/rule.ts'
import type { Signal } from '../screening/signal.ts'
import type { SignalKey, SignalLevel } from '../screening/signal-key.ts'
import { signals } from '../screening/signals.ts'
import { freeKey } from './new-rule.ts'
import type { RuleSetContent } from './rule-set-leaves.ts'

/** A threshold that the advisor proposes, for amounts (minor units) from a minimum on. */
export interface AdvisedThreshold {
  readonly signal: SignalKey
  readonly threshold: number
  /** 0: any amount. */
  readonly minimumAmountMinor: number
}

/** What a point of the advisor's frontier is about. */
interface AdvisedPoint {
  readonly level: SignalLevel
  readonly currency: string
  readonly rules: readonly AdvisedThreshold[]
}

/**
 * The active rules with the advisor's thresholds in place of theirs, for one level and one currency; whatever speaks about another
 * level or currency stays as it is. A rule over the same signal takes a threshold over, others fall silent there, and thresholds
 * without such a rule get rules of their own. Asks about exactly what the advisor counted.
 */
export function adviseRuleSet(active: RuleSetContent, point: AdvisedPoint): RuleSetContent {
  const { level, currency } = point
  const waiting = withoutCovered(point.rules)
  const spoken = new Set<SignalKey>()
  const rules = active.rules.map((rule) => {
    if (rule.level !== level || !rule.enabled) return rule
    const own: Signal = signals[rule.signal]
    // More history than the signal itself wants would make it ask about less than was counted. And of two rules of unlike seriousness
    // only one may stay, or they could be out of order.
    const fits = !spoken.has(rule.signal) && (rule.minimumHistory ?? 0) <= own.minimumHistory
    const place = fits ? waiting.findIndex(({ signal }) => signal === rule.signal) : -1
    const [taken] = place === -1 ? [] : waiting.splice(place, 1)
    if (taken === undefined) return silenced(rule, currency)
    spoken.add(rule.signal)
    return setFor(rule, currency, taken)
  })
  const made: Rule[] = []
  for (const threshold of waiting) made.push(ruleOf(threshold, level, currency, [...rules, ...made]))
  return { ...active, rules: [...rules, ...made] }
}

/** Thresholds that another one, over the same signal, asks about as well say nothing new. */
function withoutCovered(all: readonly AdvisedThreshold[]): AdvisedThreshold[] {
  return all.filter(
    (one, i) =>
      !all.some((other, j) => {
        if (i === j || other.signal !== one.signal || !covers(other, one)) return false
        return !covers(one, other) || j < i
      }),
  )
}

function covers(wide: AdvisedThreshold, narrow: AdvisedThreshold): boolean {
  const { fires }: Signal = signals[wide.signal]
  const reaches =
    fires === 'atOrAbove' ? wide.threshold <= narrow.threshold : wide.threshold >= narrow.threshold
  return reaches && wide.minimumAmountMinor <= narrow.minimumAmountMinor
}

function setFor(rule: Rule, currency: string, advised: AdvisedThreshold): Rule {
  const { [currency]: _, ...others } = rule.minimumAmountMinor ?? {}
  const minimum =
    advised.minimumAmountMinor > 0 ? { ...others, [currency]: advised.minimumAmountMinor } : others
  return {
    ...rule,
    thresholds: {
      ...rule.thresholds,
      overrides: [...elsewhere(rule, currency), { currency, value: advised.threshold }],
    },
    ...(rule.minimumAmountMinor === undefined && advised.minimumAmountMinor === 0
      ? {}
      : { minimumAmountMinor: minimum }),
  }
}

function silenced(rule: Rule, currency: string): Rule {
  const overrides = elsewhere(rule, currency)
  const speaks =
    rule.thresholds.default !== null ||
    overrides.some((one) => one.currency === undefined && one.value !== null)
  return {
    ...rule,
    thresholds: {
      ...rule.thresholds,
      overrides: speaks ? [...overrides, { currency, value: null }] : overrides,
    },
  }
}

/** An override that names the currency counts before those that do not: with these gone, one of the currency alone decides. */
function elsewhere(rule: Rule, currency: string): Rule['thresholds']['overrides'] {
  return rule.thresholds.overrides.filter((one) => one.currency !== currency)
}

function ruleOf(
  advised: AdvisedThreshold,
  level: SignalLevel,
  currency: string,
  rules: readonly Rule[],
): Rule {
  const { signal } = advised
  const siblings = rules.filter((rule) => rule.signal === signal && rule.level === level)
  const speaking = siblings.find((rule) =>
    rule.thresholds.overrides.some((one) => one.currency === currency && one.value !== null),
  )
  const number = siblings.length + 1
  const { label }: Signal = signals[signal]
  return {
    key: freeKey(
      `advised ${signal.replace(/[A-Z]/g, ' $&')}`,
      rules.map(({ key }) => key),
    ),
    name: Object.fromEntries(
      languages.map((language) => [language, `${label[language]} · ${number}`]),
    ) as unknown as Localized,
    ...{ signal, level, enabled: true },
    // As serious as what already speaks about this signal: two rules of one seriousness are never out of order.
    severity: speaking?.severity ?? 'medium',
    thresholds: { default: null, overrides: [{ currency, value: advised.threshold }] },
    ...(advised.minimumAmountMinor > 0
      ? { minimumAmountMinor: { [currency]: advised.minimumAmountMinor } }
      : {}),
  }
}
