import { z } from 'zod'
import { getPool } from '../db/pool.ts'
import { type AuditAnchor, readAuditAnchors } from './audit-head.ts'
import { toJsonValue } from './canonical-json.ts'
import { genesisHash, hashEntry } from './entry-hash.ts'

export const auditVerdictSchema = z.discriminatedUnion('holds', [
  z.object({
    holds: z.literal(true),
    entries: z.number(),
    /** How many heads kept outside were compared. */
    anchors: z.number(),
    /** The last entry's hash in hex; null: no entry yet. */
    head: z.string().nullable(),
  }),
  z.object({
    holds: z.literal(false),
    /** The first entry that cannot be trusted. */
    brokenAt: z.number(),
    fault: z.enum(['missing', 'relinked', 'altered', 'differsFromAnchor']),
    /** How many entries before it hold. */
    entries: z.number(),
  }),
])

export type AuditVerdict = z.infer<typeof auditVerdictSchema>

/** Why the chain does not hold at an entry. */
export type AuditFault = Extract<AuditVerdict, { holds: false }>['fault']

const pageSize = 1_000

const rowSchema = z.object({
  seq: z.number(),
  at: z.date(),
  actor_kind: z.string(),
  actor_id: z.string().nullable(),
  actor_name: z.string(),
  action: z.string(),
  subject_kind: z.string(),
  subject_id: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  request_id: z.string().nullable(),
  previous_hash: z.instanceof(Uint8Array),
  hash: z.instanceof(Uint8Array),
})

type Row = z.infer<typeof rowSchema>

/**
 * Recomputes the whole chain from the first entry and compares it with the anchors kept outside (`audit-heads.jsonl` in the
 * data folder; none are compared when the folder is not given). Names the first entry that is missing (numbers have no
 * gaps), does not carry its predecessor's hash, does not fit its own hash, or differs from an anchor. The last link alone
 * cannot show that later entries were cut off; an anchor can.
 */
export async function verifyAudit(options: { dataFolder?: string } = {}): Promise<AuditVerdict> {
  const anchors = options.dataFolder === undefined ? [] : await readAuditAnchors(options.dataFolder)
  const anchored = new Map(anchors.map((anchor) => [anchor.seq, anchor]))
  let seq = 0
  let previous: Uint8Array = genesisHash
  for (;;) {
    const rows = await readPage(seq)
    for (const row of rows) {
      seq += 1
      const fault = findFault(row, seq, previous, anchored.get(seq))
      if (fault) return { holds: false, brokenAt: seq, fault, entries: seq - 1 }
      previous = row.hash
    }
    if (rows.length < pageSize) break
  }
  const lost = anchors.map((anchor) => anchor.seq).filter((anchorSeq) => anchorSeq > seq)
  if (lost.length > 0) return { holds: false, brokenAt: seq + 1, fault: 'missing', entries: seq }
  return { holds: true, entries: seq, anchors: anchors.length, head: seq === 0 ? null : toHex(previous) }
}

async function readPage(afterSeq: number): Promise<Row[]> {
  const { rows } = await getPool().query(
    'SELECT seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before, after, request_id, previous_hash, hash FROM audit_entries WHERE seq > $1 ORDER BY seq LIMIT $2',
    [afterSeq, pageSize],
  )
  return z.array(rowSchema).parse(rows)
}

function findFault(
  row: Row,
  expectedSeq: number,
  previous: Uint8Array,
  anchor: AuditAnchor | undefined,
): AuditFault | null {
  if (row.seq !== expectedSeq) return 'missing'
  if (toHex(row.previous_hash) !== toHex(previous)) return 'relinked'
  if (toHex(hashRow(row)) !== toHex(row.hash)) return 'altered'
  if (anchor && anchor.hash !== toHex(row.hash)) return 'differsFromAnchor'
  return null
}

function hashRow(row: Row) {
  return hashEntry({
    seq: row.seq,
    at: row.at.getTime(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    before: toJsonValue(row.before),
    after: toJsonValue(row.after),
    requestId: row.request_id,
    previousHash: row.previous_hash,
  })
}

function toHex(bytes: Uint8Array) {
  return Buffer.from(bytes).toString('hex')
}
