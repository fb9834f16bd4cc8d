import { type RevisionRecord } from './read-revisions.ts'

/** A revision of a transaction in a line: what was sent when, and what was decided about it. */
export function summariseRevision(revision: RevisionRecord) {
  const { revision: number, current, occurredAt, receivedAt, amountMinor, currency, decision } = revision
  const { ruleSetVersion, source } = revision
  return {
    revision: number,
    current,
    occurredAt,
    receivedAt,
    amountMinor,
    currency,
    decision,
    ruleSetVersion,
    source,
  }
}
