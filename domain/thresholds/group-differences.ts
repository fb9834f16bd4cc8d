import type { RuleSetDifference } from './diff-rule-sets.ts'
import { fromPath } from './rule-set-leaves.ts'

interface WholeRule {
  readonly key: string
  readonly differences: readonly RuleSetDifference[]
}

/** Differences apart: whole rules that only one side has, and single values. Every difference is in exactly one of them. */
export function groupDifferences(differences: readonly RuleSetDifference[]): {
  readonly added: readonly WholeRule[]
  readonly removed: readonly WholeRule[]
  readonly changed: readonly RuleSetDifference[]
} {
  const keyOf = ({ path }: RuleSetDifference) => {
    const [area, key = ''] = fromPath(path)
    return area === 'rules' ? key : null
  }
  // Every rule has a signal, so a rule whose signal came or went came or went itself.
  const whole = differences.filter(({ path }) => {
    const [area, , field] = fromPath(path)
    return area === 'rules' && field === 'signal'
  })
  const keysWhere = (isSo: (one: RuleSetDifference) => boolean) =>
    whole.filter(isSo).map((one) => keyOf(one)!)
  const added = keysWhere(({ before }) => before === undefined)
  const removed = keysWhere(({ after }) => after === undefined)
  const group = (keys: readonly string[]) =>
    keys.map((key) => ({ key, differences: differences.filter((one) => keyOf(one) === key) }))
  return {
    added: group(added),
    removed: group(removed),
    changed: differences.filter((one) => ![...added, ...removed].includes(keyOf(one) ?? '')),
  }
}
