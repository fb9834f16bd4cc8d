/** The audit's door: what other areas may use of it. */
export { appendAudit, type AuditRecord } from './append-audit.ts'
export { startAuditAnchorJob } from './anchor-job.ts'
export { anchorAuditHead } from './audit-head.ts'
export { canonicalJson, toJsonValue } from './canonical-json.ts'
export { type AuditVerdict, verifyAudit } from './verify-audit.ts'
