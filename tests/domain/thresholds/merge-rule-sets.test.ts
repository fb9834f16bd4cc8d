import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { type RuleSet, ruleSetSchema } from '../../../domain/screening/rule.ts'
import { diffRuleSets } from '../../../domain/thresholds/diff-rule-sets.ts'
import { mergeRuleSets } from '../../../domain/thresholds/merge-rule-sets.ts'

const base = defaultRuleSet(0)
const keys = base.rules.map(({ key }) => key)

const moved = (ruleSet: RuleSet, key: string, value: number): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.rules.map((rule) =>
    rule.key === key ? { ...rule, thresholds: { ...rule.thresholds, default: value } } : rule,
  ),
})
const without = (key: string): RuleSet => ({ ...base, rules: base.rules.filter((rule) => rule.key !== key) })
const asRuleSet = (content: object) => ruleSetSchema.parse({ ...content, version: 1, createdAt: 0 })

/** A few rules switched or made graver, so that any rule may differ. */
const edited = fc
  .dictionary(fc.constantFrom(...keys), fc.constantFrom('low', 'medium', 'high'), { maxKeys: 4 })
  .map((severities): RuleSet => ({
    ...base,
    rules: base.rules.map((rule) => ({ ...rule, severity: severities[rule.key] ?? rule.severity })),
  }))

describe('merging two edits of one rule set', () => {
  it('takes what only one side changed from it', () => {
    const mine = moved(base, 'far-above-usual', 12)
    const theirs = moved(base, 'paid-twice', 90)
    const { content, conflicts } = mergeRuleSets(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(diffRuleSets(mine, asRuleSet(content)).map(({ path }) => path)).toEqual([
      'rules/paid-twice/thresholds/default',
    ])
  })

  it('names a value that both changed, and decides it by the choice', () => {
    const mine = moved(base, 'paid-twice', 30)
    const theirs = moved(base, 'paid-twice', 90)
    const path = 'rules/paid-twice/thresholds/default'
    expect(mergeRuleSets(base, mine, theirs).conflicts).toEqual([{ path, base: 60, mine: 30, theirs: 90 }])
    const { content, conflicts } = mergeRuleSets(base, mine, theirs, { [path]: 'theirs' })
    expect(conflicts).toEqual([])
    expect(diffRuleSets(theirs, asRuleSet(content))).toEqual([])
  })

  it('asks about a rule that one side removed and the other changed', () => {
    const mine = without('paid-twice')
    const theirs = moved(base, 'paid-twice', 90)
    const path = 'rules/paid-twice'
    expect(mergeRuleSets(base, mine, theirs).conflicts.map((one) => one.path)).toEqual([path])
    const removed = asRuleSet(mergeRuleSets(base, mine, theirs, { [path]: 'mine' }).content)
    const kept = asRuleSet(mergeRuleSets(base, mine, theirs, { [path]: 'theirs' }).content)
    expect(removed.rules.some(({ key }) => key === 'paid-twice')).toBe(false)
    expect(kept.rules.find(({ key }) => key === 'paid-twice')?.thresholds.default).toBe(90)
  })

  it('with an unchanged side gives the other one', () => {
    fc.assert(
      fc.property(edited, (one) => {
        expect(diffRuleSets(one, asRuleSet(mergeRuleSets(base, one, base).content))).toEqual([])
        expect(diffRuleSets(one, asRuleSet(mergeRuleSets(base, base, one).content))).toEqual([])
      }),
    )
  })

  it('finds the same conflicts from either side', () => {
    fc.assert(
      fc.property(edited, edited, (one, other) => {
        const paths = (a: RuleSet, b: RuleSet) =>
          mergeRuleSets(base, a, b)
            .conflicts.map(({ path }) => path)
            .sort()
        expect(paths(one, other)).toEqual(paths(other, one))
      }),
    )
  })
})
