import { type MerchantCriteria, noMerchantCriteria } from './merchant-criteria.ts'
import type { Rule, RuleSet, ThresholdOverride } from './rule.ts'
import type { Signal } from './signal.ts'
import type { SignalLevel } from './signal-key.ts'
import { slotsOfLevel } from './signal-slots.ts'
import { signals } from './signals.ts'
import { type Channel, channels, type Transaction } from './transaction.ts'

/** The rules of one level as parallel arrays: evaluating them touches nothing else. */
export interface CompiledLevel {
  readonly rules: readonly Rule[]
  /** Which reading each rule looks at. */
  readonly slots: Int32Array
  /** 1 for rules that fire at or above, -1 for those that fire at or below. */
  readonly signs: Float64Array
  readonly minimumHistories: Float64Array
  /** Signed, `place x rules + rule`; NaN where a rule does not fire. */
  readonly thresholds: Float64Array
  /** Minor units, `currency x rules + rule`. */
  readonly minimumAmounts: Float64Array
}

/** A rule set resolved into flat arrays. Make one for each version and keep it. */
export interface CompiledRuleSet {
  readonly version: number
  readonly rules: readonly Rule[]
  readonly criteria: MerchantCriteria
  readonly transaction: CompiledLevel
  readonly line: CompiledLevel
  /** Place 0 stands for every segment or currency that no rule names. */
  readonly segments: ReadonlyMap<string, number>
  readonly currencies: ReadonlyMap<string, number>
}

/** Where a transaction stands in the arrays. */
export interface RulePlace {
  readonly place: number
  readonly currency: number
}

const channelIndex = new Map<Channel, number>(channels.map((channel, i) => [channel, i]))

/** Resolves every threshold for each segment, currency and channel that a rule names. Takes a set that `ruleSetSchema` accepts. */
export function compileRuleSet(ruleSet: RuleSet): CompiledRuleSet {
  const overrides = ruleSet.rules.flatMap((rule) => rule.thresholds.overrides)
  const segments = numbered(overrides.flatMap((one) => one.segment ?? []))
  const currencies = numbered([
    ...overrides.flatMap((one) => one.currency ?? []),
    ...ruleSet.rules.flatMap((rule) => Object.keys(rule.minimumAmountMinor ?? {})),
  ])
  return {
    version: ruleSet.version,
    rules: ruleSet.rules,
    criteria: ruleSet.merchantCriteria ?? noMerchantCriteria,
    transaction: compileLevel(ruleSet.rules, 'transaction', segments, currencies),
    line: compileLevel(ruleSet.rules, 'line', segments, currencies),
    segments,
    currencies,
  }
}

function numbered(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].sort().map((name, i) => [name, i + 1]))
}

function compileLevel(
  all: readonly Rule[],
  level: SignalLevel,
  segments: ReadonlyMap<string, number>,
  currencies: ReadonlyMap<string, number>,
): CompiledLevel {
  const rules = all.filter((rule) => rule.level === level)
  const count = rules.length
  const segmentNames = [undefined, ...segments.keys()]
  const currencyNames = [undefined, ...currencies.keys()]
  const thresholds = new Float64Array(segmentNames.length * currencyNames.length * channels.length * count)
  const minimumAmounts = new Float64Array(currencyNames.length * count)
  const signs = Float64Array.from(rules, (rule) =>
    (signals[rule.signal] as Signal).fires === 'atOrAbove' ? 1 : -1,
  )
  rules.forEach((rule, r) => {
    currencyNames.forEach((currency, c) => {
      minimumAmounts[c * count + r] = currency === undefined ? 0 : (rule.minimumAmountMinor?.[currency] ?? 0)
      segmentNames.forEach((segment, s) => {
        channels.forEach((channel, h) => {
          const value = rule.enabled ? thresholdFor(rule, segment, currency, channel) : null
          const place = (s * currencyNames.length + c) * channels.length + h
          thresholds[place * count + r] = value === null ? NaN : value * signs[r]!
        })
      })
    })
  })
  return {
    rules,
    slots: Int32Array.from(rules, (rule) => slotsOfLevel(level).indexOf(rule.signal)),
    signs,
    minimumHistories: Float64Array.from(rules, (rule) => rule.minimumHistory ?? 0),
    thresholds,
    minimumAmounts,
  }
}

/** The threshold of a rule for one segment, currency and channel (`undefined`: one that no rule names), or null where it does not fire. */
export function thresholdFor(
  rule: Rule,
  segment: string | undefined,
  currency: string | undefined,
  channel: Channel,
): number | null {
  let best: ThresholdOverride | null = null
  let most = 0
  for (const one of rule.thresholds.overrides) {
    if (one.segment !== undefined && one.segment !== segment) continue
    if (one.currency !== undefined && one.currency !== currency) continue
    if (one.channel !== undefined && one.channel !== channel) continue
    const said =
      (one.currency === undefined ? 0 : 4) +
      (one.segment === undefined ? 0 : 2) +
      (one.channel === undefined ? 0 : 1)
    if (said <= most) continue
    most = said
    best = one
  }
  return best === null ? rule.thresholds.default : best.value
}

/** Finds a transaction's place once; evaluating its lines uses it again. */
export function placeOf(
  ruleSet: CompiledRuleSet,
  transaction: Pick<Transaction, 'segment' | 'currency' | 'channel'>,
): RulePlace {
  const segment = transaction.segment === null ? 0 : (ruleSet.segments.get(transaction.segment) ?? 0)
  const currency = ruleSet.currencies.get(transaction.currency) ?? 0
  const place = (segment * (ruleSet.currencies.size + 1) + currency) * channels.length
  return { place: place + channelIndex.get(transaction.channel)!, currency }
}

/**
 * Writes the rules that fire into `hits` (places in `level.rules`, which it must be able to hold) and returns how many
 * they are. `values` and `histories` are in the level's slot order with NaN for null: NaN never fires. A reading that needs
 * no history has Infinity there.
 */
export function findHits(
  level: CompiledLevel,
  { place, currency }: RulePlace,
  values: Float64Array,
  histories: Float64Array,
  amountMinor: number,
  hits: Int32Array,
): number {
  const { slots, signs, thresholds, minimumHistories, minimumAmounts } = level
  const count = slots.length
  const thresholdBase = place * count
  const amountBase = currency * count
  let found = 0
  for (let r = 0; r < count; r++) {
    const slot = slots[r]!
    if (
      values[slot]! * signs[r]! >= thresholds[thresholdBase + r]! &&
      amountMinor >= minimumAmounts[amountBase + r]! &&
      histories[slot]! >= minimumHistories[r]!
    ) {
      hits[found++] = r
    }
  }
  return found
}
