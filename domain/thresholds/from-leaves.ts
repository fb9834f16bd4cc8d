import type { MerchantCriteria } from '../screening/merchant-criteria.ts'
import { fromPath, type Leaf, type Leaves, type RuleSetContent } from './rule-set-leaves.ts'

type Node = Map<string, Node | Leaf>

/**
 * Puts a rule set together again from its values; rules stand in the order of `order`, others after them. The result is plain data:
 * parse it with the schema before it is used, since values from two sides may not fit one another.
 */
export function fromLeaves(leaves: Leaves, order: readonly string[]): Record<keyof RuleSetContent, unknown> {
  const root: Node = new Map()
  for (const [path, value] of leaves) {
    const segments = fromPath(path)
    let node = root
    for (const segment of segments.slice(0, -1)) {
      const next = node.get(segment)
      if (next instanceof Map) node = next
      else {
        const made: Node = new Map()
        node.set(segment, made)
        node = made
      }
    }
    node.set(segments.at(-1)!, value)
  }
  const rules = childOf(root, 'rules')
  const keys = [
    ...order.filter((key) => rules.has(key)),
    ...[...rules.keys()].filter((key) => !order.includes(key)),
  ]
  const criteria = toCriteria(root)
  return {
    rules: keys.map((key) => toRule(key, childOf(rules, key))),
    merchantCriteria: criteria,
  }
}

function childOf(node: Node, key: string): Node {
  const child = node.get(key)
  return child instanceof Map ? child : new Map()
}

function plain(node: Node): Record<string, unknown> {
  return Object.fromEntries(
    [...node].map(([key, value]) => [key, value instanceof Map ? plain(value) : value] as const),
  )
}

function toRule(key: string, node: Node): Record<string, unknown> {
  const { thresholds: _, ...rest } = plain(node)
  const thresholds = childOf(node, 'thresholds')
  return {
    key,
    ...rest,
    thresholds: {
      default: thresholds.get('default') ?? null,
      overrides: [...childOf(thresholds, 'overrides')].map(([place, value]) => {
        const [segment, currency, channel] = JSON.parse(place) as [string, string, string]
        return {
          ...(segment === '*' ? {} : { segment }),
          ...(currency === '*' ? {} : { currency }),
          ...(channel === '*' ? {} : { channel }),
          value,
        }
      }),
    },
  }
}

function toCriteria(root: Node): Record<keyof MerchantCriteria, unknown> | undefined {
  const tables = ['criteria', 'unmetByMerchant', 'unmetByMcc', 'unmetByCountry', 'listedUntil'] as const
  if (!tables.some((table) => root.has(table))) return undefined
  return {
    criteria: [...childOf(root, 'criteria')].map(([key, node]) => ({
      key,
      ...plain(node instanceof Map ? node : new Map()),
    })),
    unmetByMerchant: plain(childOf(root, 'unmetByMerchant')),
    unmetByMcc: plain(childOf(root, 'unmetByMcc')),
    unmetByCountry: plain(childOf(root, 'unmetByCountry')),
    listedUntil: plain(childOf(root, 'listedUntil')),
  }
}
