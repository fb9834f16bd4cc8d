/** One value that a change touched: where (`thresholds.0.value`), and its text before and after; null: there was none. */
export interface Difference {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * What differs between the state before and after a change, value by value, in the order of `after` and then of `before`;
 * values that stayed the same are left out. null is "nothing was there".
 */
export function listDifferences(before: unknown, after: unknown): Difference[] {
  const [was, became] = [flatten(before, ''), flatten(after, '')]
  const paths = [...new Set([...became.keys(), ...was.keys()])]
  return paths
    .map((path) => ({ path, before: was.get(path) ?? null, after: became.get(path) ?? null }))
    .filter((difference) => difference.before !== difference.after)
}

function flatten(value: unknown, path: string): Map<string, string> {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object') return new Map([[path, String(value)]])
  if (isList(value)) return new Map([[path, value.map(String).join(', ')]])
  const parts = Object.entries(value).flatMap(([key, member]) => [
    ...flatten(member, path === '' ? key : `${path}.${key}`),
  ])
  return new Map(parts)
}

/** A list of plain values reads better as one line. */
function isList(value: object): value is readonly (string | number | boolean)[] {
  return Array.isArray(value) && value.every((member) => member === null || typeof member !== 'object')
}
