import type { InputProblem } from '../errors/app-error.ts'
import { thresholdFor } from '../screening/compile-rule-set.ts'
import { type Rule, severities } from '../screening/rule.ts'
import type { Signal } from '../screening/signal.ts'
import { signals } from '../screening/signals.ts'
import { channels } from '../screening/transaction.ts'
import type { RuleSetContent } from './rule-set-leaves.ts'

/**
 * Of two rules about one signal, the more serious one must not begin where the milder one has not begun yet: then the milder one would
 * never speak for itself. Checked for every segment, currency and channel that either names. Gives what stands out of order.
 */
export function checkRuleOrder({ rules }: RuleSetContent): InputProblem[] {
  const problems: InputProblem[] = []
  rules.forEach((graver, g) => {
    for (const milder of rules) {
      if (!isComparable(graver, milder)) continue
      const where = placesOf([graver, milder]).find((place) => isOutOfOrder(graver, milder, place))
      if (where === undefined) continue
      problems.push({
        path: `rules.${g}.thresholds`,
        code: 'outOfOrder',
        message: `"${graver.name.en}" is more serious than "${milder.name.en}" but begins earlier. Raise its threshold or its severity's place.`,
      })
    }
  })
  return problems
}

function isComparable(graver: Rule, milder: Rule): boolean {
  return (
    graver.enabled &&
    milder.enabled &&
    graver.signal === milder.signal &&
    graver.level === milder.level &&
    severities.indexOf(graver.severity) > severities.indexOf(milder.severity)
  )
}

type Place = readonly [string | undefined, string | undefined, (typeof channels)[number]]

function placesOf(rules: readonly Rule[]): Place[] {
  const overrides = rules.flatMap((rule) => rule.thresholds.overrides)
  const segments = new Set([undefined, ...overrides.map((one) => one.segment)])
  const currencies = new Set([undefined, ...overrides.map((one) => one.currency)])
  return [...segments].flatMap((segment) =>
    [...currencies].flatMap((currency) => channels.map((channel): Place => [segment, currency, channel])),
  )
}

function isOutOfOrder(graver: Rule, milder: Rule, place: Place): boolean {
  const [high, low] = [thresholdFor(graver, ...place), thresholdFor(milder, ...place)]
  if (high === null || low === null) return false
  const signal: Signal = signals[graver.signal]
  return signal.fires === 'atOrAbove' ? high < low : high > low
}
