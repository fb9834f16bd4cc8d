import type { Actor } from '../../domain/access/actor.ts'
import type { Tx } from '../db/prisma.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { cleanText, type JsonValue, toJsonValue } from './canonical-json.ts'
import { linkParts } from './entry-hash.ts'

export interface AuditRecord {
  readonly actor: Actor
  /** A word of the permission list or of the area: `people.disable`. */
  readonly action: string
  /** `person`, `apiKey`, `alert`, `ruleSetVersion`, ... */
  readonly subjectKind: string
  readonly subjectId: string
  /** Only what changed; never a password, a secret or a customer's personal data. */
  readonly before?: unknown
  readonly after?: unknown
  /** Epoch milliseconds. */
  readonly at: number
  readonly requestId?: string
}

/**
 * Adds one entry to the chain with the transaction of the change that it tells of: both are kept or neither. Entries are
 * numbered without gaps in the order of their commits, so call it last and keep the rest short: other changes wait for the
 * commit. Inside `transact` the entry is only sealed by the COMMIT itself, and nobody waits for anything else. The transaction must be
 * READ COMMITTED (the default); a stricter one would not see the entry that it waited for and fails on the number.
 */
export async function appendAudit(tx: Tx | Query, record: AuditRecord): Promise<void> {
  const entry = {
    at: record.at,
    actorKind: record.actor.kind,
    actorId: record.actor.id,
    actorName: cleanText(record.actor.name),
    action: record.action,
    subjectKind: record.subjectKind,
    subjectId: cleanText(record.subjectId),
    before: toJsonValue(record.before),
    after: toJsonValue(record.after),
    requestId: record.requestId === undefined ? null : cleanText(record.requestId),
  }
  const { start, middle, end } = linkParts(entry)
  const query = typeof tx === 'function' ? tx : inTransaction(tx)
  await query(append, [
    ...[new Date(entry.at), entry.actorKind, entry.actorId, entry.actorName, entry.action],
    ...[entry.subjectKind, entry.subjectId, toColumn(entry.before), toColumn(entry.after), entry.requestId],
    ...[start, middle, end],
  ])
}

const append = `
  INSERT INTO audit_drafts (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before, after, request_id,
    link_start, link_middle, link_end)
  VALUES ($1::timestamptz, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9::text::jsonb, $10, $11, $12, $13)`

/** SQL's NULL and JSON's null are one and the same "nothing" here. */
function toColumn(value: JsonValue): string | null {
  return value === null ? null : JSON.stringify(value)
}
