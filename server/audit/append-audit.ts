import type { Actor } from '../../domain/access/actor.ts'
import type { Tx } from '../db/prisma.ts'
import { cleanText, type JsonValue, toJsonValue } from './canonical-json.ts'
import { genesisHash, hashEntry } from './entry-hash.ts'

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

/** Any constant will do; whoever appends waits here until the one before has committed. */
const chainLock = 712_093_442

/**
 * Adds one entry to the chain, inside the transaction of the change that it tells of: both are kept or neither. Entries are
 * numbered without gaps in the order of their commits, so call it last in a transaction and keep the rest of it short: other
 * changes wait for the commit. The transaction must be READ COMMITTED (the default); a stricter one would not see the
 * entry that it waited for and fails on the number.
 */
export async function appendAudit(tx: Tx, record: AuditRecord): Promise<void> {
  // A statement of its own: the next one must take its snapshot after the wait.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chainLock})`
  // Written by hand: the chain is what all changes wait for, and this is a quarter of the work.
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: Uint8Array }[]>`
    SELECT seq::int8 AS seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1`
  const entry = {
    seq: head ? Number(head.seq) + 1 : 1,
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
    previousHash: new Uint8Array(head?.hash ?? genesisHash),
  }
  await tx.$executeRaw`
    INSERT INTO audit_entries (seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before, after,
      request_id, previous_hash, hash)
    VALUES (${entry.seq}, ${new Date(entry.at)}, ${entry.actorKind}, ${entry.actorId}, ${entry.actorName}, ${entry.action},
      ${entry.subjectKind}, ${entry.subjectId}, ${toColumn(entry.before)}::jsonb, ${toColumn(entry.after)}::jsonb,
      ${entry.requestId}, ${entry.previousHash}, ${hashEntry(entry)})`
}

/** SQL's NULL and JSON's null are one and the same "nothing" here. */
function toColumn(value: JsonValue): string | null {
  return value === null ? null : JSON.stringify(value)
}
