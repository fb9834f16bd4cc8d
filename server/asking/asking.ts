/** The door of asking: how this organisation asks. What screening, alerts and others may use of it. */
export {
  askingPolicyJson,
  ensureAskingPolicy,
  getAskingPolicy,
  keyedHash,
  parseAskingPolicy,
  type StoredPolicy,
} from './asking-policy.ts'
export {
  type AskingTerms,
  askingTermsColumns,
  contextFor,
  parseAskingTerms,
  readAskingTerms,
  samplerOf,
} from './asking-terms.ts'
