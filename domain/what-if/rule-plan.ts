import { thresholdFor } from '../screening/compile-rule-set.ts'
import type { Rule } from '../screening/rule.ts'
import { signals } from '../screening/signals.ts'
import { placeKey } from './place-key.ts'
import { kindOf } from './reading-kinds.ts'
import { beyondEveryStep, isAtFloor, stepOf, stepsOf } from './scale-steps.ts'
import type { Place } from './tail-chunk.ts'

/** One rule resolved for the places of chunks; a place is resolved when it is first met. */
export interface RulePlan {
  readonly kind: number
  /** 1 where the rule fires at or above, -1 at or below. */
  readonly sign: 1 | -1
  /** Readings that rest on fewer purchases do not count; 0 where the signal's own minimum decides. */
  readonly minimumHistory: number
  /** Whether some threshold lies between two bounds, or histories count: then details are needed. */
  needsDetails: boolean
  at(place: Place): PlannedPlace
}

/** What a rule asks for at one place. */
export interface PlannedPlace {
  /** The first step that may fire; 256 where the rule does not fire. */
  readonly step: number
  /** Signed: readings of that very step fire from here on; NaN where all of them do. */
  readonly exactly: number
  /** Minor units. */
  readonly minimumAmount: number
}

/**
 * A rule as chunks are asked for it. What fires is what `findHits` of the evaluator finds on the stored readings, for every
 * threshold at the signal's floor or beyond it; `listBelowFloor` names the others.
 */
export function planRule(rule: Rule): RulePlan {
  const steps = stepsOf(rule.signal)
  const history = rule.minimumHistory ?? 0
  const minimumHistory = history > signals[rule.signal].minimumHistory ? history : 0
  const known = new Map<string, PlannedPlace>()
  const plan: RulePlan = {
    kind: kindOf(rule.level, rule.signal),
    sign: steps.sign,
    minimumHistory,
    needsDetails:
      rule.enabled && (minimumHistory > 0 || thresholdsOf(rule).some((value) => !isBound(rule, value))),
    at(place) {
      const key = placeKey(place)
      const found = known.get(key) ?? resolve(place)
      known.set(key, found)
      return found
    },
  }
  function resolve({ segment, currency, channel }: Place): PlannedPlace {
    const threshold = rule.enabled ? thresholdFor(rule, segment ?? undefined, currency, channel) : null
    const minimumAmount = rule.minimumAmountMinor?.[currency] ?? 0
    if (threshold === null) return { step: beyondEveryStep, exactly: NaN, minimumAmount }
    return {
      step: stepOf(steps, threshold),
      exactly: isBound(rule, threshold) ? NaN : threshold * steps.sign,
      minimumAmount,
    }
  }
  return plan
}

/** The thresholds of enabled rules that lie before their signal's floor, where no readings are kept. */
export function listBelowFloor(
  rules: readonly Rule[],
): { readonly rule: string; readonly threshold: number }[] {
  return rules.flatMap((rule) =>
    rule.enabled
      ? thresholdsOf(rule)
          .filter((threshold) => !isAtFloor(rule.signal, threshold))
          .map((threshold) => ({ rule: rule.key, threshold }))
      : [],
  )
}

function thresholdsOf({ thresholds }: Rule): number[] {
  return [thresholds.default, ...thresholds.overrides.map(({ value }) => value)].filter(
    (value) => value !== null,
  )
}

function isBound(rule: Rule, threshold: number): boolean {
  const steps = stepsOf(rule.signal)
  return steps.bounds[stepOf(steps, threshold)] === threshold
}

/** The same of two rules that fire on the same readings, whatever they are called and however serious they are. */
export function firing({
  signal,
  level,
  enabled,
  thresholds,
  minimumAmountMinor,
  minimumHistory,
}: Rule): string {
  const overrides = thresholds.overrides
    .map(({ segment, currency, channel, value }) => JSON.stringify([segment, currency, channel, value]))
    .sort()
  const amounts = Object.entries(minimumAmountMinor ?? {}).sort()
  return JSON.stringify([signal, level, enabled, thresholds.default, overrides, amounts, minimumHistory ?? 0])
}
