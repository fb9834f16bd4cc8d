/** The door of screening: a transaction in, a decision out. What other areas may use of it. */
export { decideBatch } from './decide-batch.ts'
export { decide } from './decide.ts'
export { type Decided, type Decision, type DecisionRequest, type IdempotencyClaim } from './decision.ts'
export { hashTransaction, type TransactionKind } from './hash-transaction.ts'
export { ensureDefaultRuleSet, getActiveRuleSet, getRuleSet } from './rule-set-versions.ts'
export { testTransaction, type TestedTransaction } from './test-transaction.ts'
