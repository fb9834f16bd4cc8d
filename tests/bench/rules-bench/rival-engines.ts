import { ZenEngine } from '@gorules/zen-engine'
import { Engine, type NestedCondition } from 'json-rules-engine'
import { type Rule, type ThresholdOverride } from '../../../domain/screening/rule.ts'
import { type Signal } from '../../../domain/screening/signal.ts'
import { signals } from '../../../domain/screening/signals.ts'

/** What all engines are told about one transaction: the readings by signal, null where unknown. */
export type Facts = Readonly<Record<string, string | number | null>>

export interface RivalEngine {
  /** The keys of the rules that fire, sorted. */
  evaluate(facts: Facts): Promise<string[]>
}

const fires = (rule: Rule) => (signals[rule.signal] as Signal).fires

/** The cases of a rule: one for each override, then the default; the bench's rules have overrides that never overlap. */
function casesOf(rule: Rule): { override: ThresholdOverride | null; value: number }[] {
  const cases = rule.thresholds.overrides.flatMap((override) =>
    override.value === null ? [] : [{ override, value: override.value }],
  )
  const { default: value } = rule.thresholds
  return value === null ? cases : [...cases, { override: null, value }]
}

export function jsonRulesEngine(rules: readonly Rule[]): RivalEngine {
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const rule of rules) {
    const operator = fires(rule) === 'atOrAbove' ? 'greaterThanInclusive' : 'lessThanInclusive'
    const minimums = Object.entries(rule.minimumAmountMinor ?? {})
    const enough: NestedCondition[] =
      minimums.length === 0
        ? []
        : [
            {
              any: [
                ...minimums.map(([currency, minimum]) => ({
                  all: [
                    { fact: 'currency', operator: 'equal', value: currency },
                    { fact: 'amountMinor', operator: 'greaterThanInclusive', value: minimum },
                  ],
                })),
                { fact: 'currency', operator: 'notIn', value: minimums.map(([currency]) => currency) },
              ],
            },
          ]
    const any = casesOf(rule).map(({ override, value }) => ({
      all: [
        { fact: rule.signal as string, operator, value },
        ...(['currency', 'channel', 'segment'] as const).flatMap((fact) =>
          override?.[fact] === undefined
            ? []
            : [{ fact: fact as string, operator: 'equal', value: override[fact] }],
        ),
        ...enough,
      ],
    }))
    engine.addRule({ conditions: { any }, event: { type: rule.key } })
  }
  return {
    evaluate: async (facts) => (await engine.run({ ...facts })).events.map((event) => event.type).sort(),
  }
}

export function zenEngine(rules: readonly Rule[]): RivalEngine {
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'rules',
        type: 'decisionTableNode',
        name: 'rules',
        position: { x: 0, y: 0 },
        content: {
          hitPolicy: 'collect',
          inputs: [{ id: 'when', name: 'when', type: 'expression' }],
          outputs: [{ id: 'rule', name: 'rule', type: 'expression', field: 'rule' }],
          rules: rules.flatMap((rule) =>
            casesOf(rule).map((one, i) => ({
              _id: `${rule.key}-${i}`,
              when: zenExpression(rule, one.override, one.value),
              rule: JSON.stringify(rule.key),
            })),
          ),
        },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  }
  const decision = new ZenEngine().createDecision(content)
  return {
    async evaluate(facts) {
      const { result } = await decision.evaluate(facts)
      return (result as { rule: string }[]).map((one) => one.rule).sort()
    },
  }
}

function zenExpression(rule: Rule, override: ThresholdOverride | null, value: number): string {
  const parts = [
    `${rule.signal} != null`,
    `${rule.signal} ${fires(rule) === 'atOrAbove' ? '>=' : '<='} ${value}`,
    ...(['currency', 'channel', 'segment'] as const).flatMap((fact) =>
      override?.[fact] === undefined ? [] : [`${fact} == "${override[fact]}"`],
    ),
  ]
  const minimums = Object.entries(rule.minimumAmountMinor ?? {})
  if (minimums.length > 0) {
    const minimum = minimums.reduceRight(
      (rest, [code, minor]) => `(currency == "${code}" ? ${minor} : ${rest})`,
      '0',
    )
    parts.push(`amountMinor >= ${minimum}`)
  }
  return parts.join(' and ')
}
