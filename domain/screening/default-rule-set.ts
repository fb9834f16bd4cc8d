import { type RuleSet } from './rule.ts'

/** Where an organisation starts: `createdAt` in epoch milliseconds. */
export declare function defaultRuleSet(createdAt: number): RuleSet
