import { fromPath, type Leaf, type RuleSetContent, sameLeaf, toLeaves } from './rule-set-leaves.ts'

/** One value that differs; `undefined` on the side that does not have it. */
export interface RuleSetDifference {
  readonly path: string
  readonly before: Leaf | undefined
  readonly after: Leaf | undefined
}

/** What `after` says otherwise than `before`, in the order of their rules. */
export function diffRuleSets(before: RuleSetContent, after: RuleSetContent): RuleSetDifference[] {
  const [one, other] = [toLeaves(before), toLeaves(after)]
  const paths = new Set([...one.keys(), ...other.keys()])
  return [...paths]
    .filter((path) => !sameLeaf(one.get(path), other.get(path)))
    .map((path) => ({ path, before: one.get(path), after: other.get(path) }))
}

/** The rules that a difference touches, each once; a change of the criteria touches none by name. */
export function touchedRules(differences: readonly RuleSetDifference[]): string[] {
  return [
    ...new Set(
      differences.flatMap(({ path }) => {
        const [area, key] = fromPath(path)
        return area === 'rules' && key !== undefined ? [key] : []
      }),
    ),
  ]
}
