import type { MerchantCriteria } from '../screening/merchant-criteria.ts'
import type { Rule, RuleSet } from '../screening/rule.ts'

/** What a rule set says, without its number and date. */
export type RuleSetContent = Pick<RuleSet, 'rules' | 'merchantCriteria'>

/** One value of a rule set: what a person changes in one place. */
export type Leaf = string | number | boolean | null | readonly string[]

/** Everything that a rule set says, each value under its path: `rules/paid-twice/thresholds/default`. */
export type Leaves = ReadonlyMap<string, Leaf>

/** Segments of a path may hold anything, so slashes in them are written `~1` (RFC 6901). */
export function toPath(segments: readonly string[]): string {
  return segments.map((one) => one.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
}

export function fromPath(path: string): string[] {
  return path.split('/').map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** An override's place in words that sort and compare: segment, currency, channel, `*` for any. */
export function overridePlace(one: { segment?: string; currency?: string; channel?: string }): string {
  return JSON.stringify([one.segment ?? '*', one.currency ?? '*', one.channel ?? '*'])
}

/** Takes a rule set apart into its values. Two rule sets say the same when their leaves are the same. */
export function toLeaves(ruleSet: RuleSetContent): Leaves {
  const leaves = new Map<string, Leaf>()
  for (const rule of ruleSet.rules) addRule(leaves, rule)
  if (ruleSet.merchantCriteria !== undefined) addCriteria(leaves, ruleSet.merchantCriteria)
  return leaves
}

function addRule(leaves: Map<string, Leaf>, rule: Rule): void {
  const put = (value: Leaf | undefined, ...where: string[]) => {
    if (value !== undefined) leaves.set(toPath(['rules', rule.key, ...where]), value)
  }
  put(rule.signal, 'signal')
  put(rule.level, 'level')
  put(rule.enabled, 'enabled')
  put(rule.severity, 'severity')
  put(rule.thresholds.default, 'thresholds', 'default')
  for (const one of rule.thresholds.overrides) put(one.value, 'thresholds', 'overrides', overridePlace(one))
  for (const [currency, minor] of Object.entries(rule.minimumAmountMinor ?? {}))
    put(minor, 'minimumAmountMinor', currency)
  put(rule.minimumHistory, 'minimumHistory')
  put(rule.capPerHour, 'capPerHour')
  for (const language of ['en', 'pl', 'ru'] as const) {
    put(rule.name[language], 'name', language)
    put(rule.questions?.[language], 'questions', language)
  }
}

function addCriteria(leaves: Map<string, Leaf>, all: MerchantCriteria): void {
  for (const { key, weight, name } of all.criteria) {
    leaves.set(toPath(['criteria', key, 'weight']), weight)
    for (const language of ['en', 'pl', 'ru'] as const)
      leaves.set(toPath(['criteria', key, 'name', language]), name[language])
  }
  for (const table of ['unmetByMerchant', 'unmetByMcc', 'unmetByCountry'] as const) {
    for (const [whose, keys] of Object.entries(all[table]))
      leaves.set(toPath([table, whose]), [...keys].sort())
  }
  for (const [whose, until] of Object.entries(all.listedUntil ?? {}))
    leaves.set(toPath(['listedUntil', whose]), until)
}

export function sameLeaf(one: Leaf | undefined, other: Leaf | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, i) => value === other[i])
  return one === other
}
