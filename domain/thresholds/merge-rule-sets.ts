import { fromLeaves } from './from-leaves.ts'
import { fromPath, type Leaf, type RuleSetContent, sameLeaf, toLeaves, toPath } from './rule-set-leaves.ts'

/** A value that both sides changed, and not to the same; or a rule that one side removed and the other changed. */
export interface MergeConflict {
  readonly path: string
  readonly base: Leaf | undefined
  readonly mine: Leaf | undefined
  readonly theirs: Leaf | undefined
}

export type MergeChoice = 'mine' | 'theirs'

export interface Merged {
  /** Parse it with the schema: values from two sides may not fit one another. */
  readonly content: Record<keyof RuleSetContent, unknown>
  /** Without a choice; in `content` they stand as `mine`. */
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Three-way merge by single values. What only one side changed is taken from it, what both changed alike is taken once; the rest are
 * conflicts, which `choices` (by path) decide. With no change on one side the result is the other side.
 */
export function mergeRuleSets(
  base: RuleSetContent,
  mine: RuleSetContent,
  theirs: RuleSetContent,
  choices: Readonly<Record<string, MergeChoice>> = {},
): Merged {
  const [old, ours, others] = [toLeaves(base), toLeaves(mine), toLeaves(theirs)]
  const merged = new Map<string, Leaf>()
  const conflicts: MergeConflict[] = []
  const decide = (conflict: MergeConflict): MergeChoice => {
    const choice = choices[conflict.path]
    if (choice === undefined) conflicts.push(conflict)
    return choice ?? 'mine'
  }
  const removed = removedAndChanged(base, mine, theirs)
  const wholeRules = new Map<string, MergeChoice>()
  for (const { key, by } of removed) {
    const path = toPath(['rules', key])
    const [kept, gone] = ['kept', undefined] as const
    const sides = by === 'mine' ? { mine: gone, theirs: kept } : { mine: kept, theirs: gone }
    wholeRules.set(key, decide({ path, base: kept, ...sides }))
  }
  for (const path of new Set([...old.keys(), ...ours.keys(), ...others.keys()])) {
    const [was, my, their] = [old.get(path), ours.get(path), others.get(path)]
    const [area, key = ''] = fromPath(path)
    const whole = area === 'rules' ? wholeRules.get(key) : undefined
    let value: Leaf | undefined
    if (whole !== undefined) value = whole === 'mine' ? my : their
    else if (sameLeaf(my, their) || sameLeaf(was, their)) value = my
    else if (sameLeaf(was, my)) value = their
    else value = decide({ path, base: was, mine: my, theirs: their }) === 'mine' ? my : their
    if (value !== undefined) merged.set(path, value)
  }
  const order = [...mine.rules, ...theirs.rules].map((rule) => rule.key)
  return { content: fromLeaves(merged, [...new Set(order)]), conflicts }
}

function removedAndChanged(base: RuleSetContent, mine: RuleSetContent, theirs: RuleSetContent) {
  const find = (set: RuleSetContent, key: string) => set.rules.find((rule) => rule.key === key)
  return base.rules.flatMap((rule) => {
    const [my, their] = [find(mine, rule.key), find(theirs, rule.key)]
    if ((my === undefined) === (their === undefined)) return []
    const kept = my ?? their!
    const changed = !sameRule(rule, kept)
    return changed ? [{ key: rule.key, by: my === undefined ? ('mine' as const) : ('theirs' as const) }] : []
  })
}

function sameRule(one: RuleSetContent['rules'][number], other: RuleSetContent['rules'][number]): boolean {
  const [a, b] = [toLeaves({ rules: [one] }), toLeaves({ rules: [other] })]
  return a.size === b.size && [...a].every(([path, value]) => sameLeaf(value, b.get(path)))
}
