import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { ruleSchema, ruleSetSchema } from '../../../domain/screening/rule.ts'
import { diffRuleSets } from '../../../domain/thresholds/diff-rule-sets.ts'
import { groupDifferences } from '../../../domain/thresholds/group-differences.ts'
import { mergeRuleSets } from '../../../domain/thresholds/merge-rule-sets.ts'
import { freeKey, newRule } from '../../../domain/thresholds/new-rule.ts'

const base = defaultRuleSet(0)
const keys = base.rules.map(({ key }) => key)
const added = newRule(
  {
    signal: 'repeat',
    level: 'line',
    name: { en: 'Gift bought again', pl: 'Prezent ponownie', ru: 'Подарок снова' },
  },
  keys,
)
const withAdded = { ...base, rules: [...base.rules, added] }

describe('a new rule', () => {
  it.each([
    ['Gift bought again', 'gift-bought-again'],
    ['Paid twice', 'paid-twice-2'],
    ['Żółty próg', 'zo-ty-prog'],
    ['Правило', 'rule'],
    ['2 of them', 'rule-2-of-them'],
    ['x', 'rule-x'],
  ])('named %j has the key %s', (name, key) => {
    expect(freeKey(name, keys)).toBe(key)
  })

  it('has a key that the rules accept and nobody has, whatever its name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), fc.array(fc.string()), (name, taken) => {
        const key = freeKey(name, taken)
        expect(taken).not.toContain(key)
        expect(ruleSchema.shape.key.safeParse(key).success).toBe(true)
      }),
    )
  })

  it('asks about nothing until it has a threshold', () => {
    expect(ruleSchema.parse(added).thresholds).toEqual({ default: null, overrides: [] })
  })
})

describe('rules that are added and removed', () => {
  it('join with what another draft changed', () => {
    const theirs = { ...base, rules: base.rules.map((rule) => ({ ...rule, capPerHour: 9 })) }
    const { content, conflicts } = mergeRuleSets(base, withAdded, theirs)
    expect(conflicts).toEqual([])
    const merged = ruleSetSchema.parse({ ...content, version: 1, createdAt: 0 })
    expect(merged.rules.map(({ key, capPerHour }) => [key, capPerHour])).toEqual([
      ...keys.map((key) => [key, 9]),
      [added.key, undefined],
    ])
  })

  it('that two drafts add under one key conflict where they differ', () => {
    const theirs = { ...base, rules: [...base.rules, { ...added, severity: 'high' as const, capPerHour: 5 }] }
    const { conflicts } = mergeRuleSets(base, withAdded, theirs)
    expect(conflicts).toEqual([
      { path: `rules/${added.key}/severity`, base: undefined, mine: 'medium', theirs: 'high' },
    ])
  })

  it('show every value of theirs in the difference, on the one side that has them', () => {
    const differences = diffRuleSets(base, withAdded)
    expect(differences.length).toBeGreaterThan(5)
    expect(differences.every(({ before, after }) => before === undefined && after !== undefined)).toBe(true)
    const { added: whole, removed, changed } = groupDifferences([...differences])
    expect({ whole, removed, changed }).toEqual({
      whole: [{ key: added.key, differences }],
      removed: [],
      changed: [],
    })
  })

  it('are told apart from single values that changed', () => {
    const without = { ...withAdded, rules: withAdded.rules.slice(1) }
    const differences = diffRuleSets(base, {
      ...without,
      rules: without.rules.map((rule) => ({ ...rule, enabled: false })),
    })
    const groups = groupDifferences(differences)
    expect(groups.removed.map(({ key }) => key)).toEqual([keys[0]])
    expect(groups.added.map(({ key }) => key)).toEqual([added.key])
    const grouped = [...groups.added, ...groups.removed].flatMap((one) => one.differences)
    expect([...grouped, ...groups.changed].length).toBe(differences.length)
  })

  it('take caps that both changed as a conflict, and one side’s cap without one', () => {
    const capped = (capPerHour: number) => ({
      ...base,
      rules: base.rules.map((rule) => (rule.key === 'paid-twice' ? { ...rule, capPerHour } : rule)),
    })
    expect(mergeRuleSets(base, capped(3), capped(4)).conflicts).toMatchObject([
      { path: 'rules/paid-twice/capPerHour', mine: 3, theirs: 4 },
    ])
    expect(mergeRuleSets(base, capped(3), base).conflicts).toEqual([])
  })
})
