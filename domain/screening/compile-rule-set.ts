import { type MerchantCriteria } from './merchant-criteria.ts'
import { type Rule, type RuleSet } from './rule.ts'

/** A rule set resolved into flat arrays. Make one for each version and keep it. */
export interface CompiledRuleSet {
  readonly version: number
  readonly rules: readonly Rule[]
  readonly criteria: MerchantCriteria
}

export declare function compileRuleSet(ruleSet: RuleSet): CompiledRuleSet
