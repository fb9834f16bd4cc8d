import { z } from 'zod'
import { getPool } from '../db/pool.ts'

export const auditEntrySchema = z.object({
  seq: z.number(),
  at: z.date(),
  actorKind: z.enum(['person', 'apiKey', 'system']),
  actorId: z.string().nullable(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** What a person's or a key's id stands for today; null: something else, or no longer there. */
  subjectName: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string().nullable(),
})

export const auditFilterSchema = z.object({
  actorId: z.string().min(1).max(200).optional(),
  action: z.string().min(1).max(200).optional(),
  subjectKind: z.string().min(1).max(200).optional(),
  subjectId: z.string().min(1).max(200).optional(),
  /** RFC 3339; the range is half-open. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
})

export const auditPageSchema = z.object({
  items: z.array(auditEntrySchema),
  /** Give it back for older entries; null: these were the last. */
  nextCursor: z.number().nullable(),
})

const text = `
  SELECT e.seq, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.actor_name AS "actorName", e.action,
         e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", coalesce(p.name, k.name) AS "subjectName",
         e.before, e.after, e.request_id AS "requestId"
  FROM audit_entries e
  LEFT JOIN people p ON e.subject_kind = 'person' AND p.id::text = e.subject_id
  LEFT JOIN api_keys k ON e.subject_kind = 'apiKey' AND k.id::text = e.subject_id
  WHERE ($1::text IS NULL OR e.actor_id = $1) AND ($2::text IS NULL OR e.action = $2)
    AND ($3::text IS NULL OR e.subject_kind = $3) AND ($4::text IS NULL OR e.subject_id = $4)
    AND ($5::timestamptz IS NULL OR e.at >= $5) AND ($6::timestamptz IS NULL OR e.at < $6)
    AND ($7::bigint IS NULL OR e.seq < $7)
  ORDER BY e.seq DESC LIMIT $8`

/** The entries that fit the filter, the newest first, a page at a time. Entries written meanwhile move no later page. */
export async function listAudit(
  filter: z.infer<typeof auditFilterSchema>,
  page: { readonly cursor?: number; readonly limit: number },
): Promise<z.infer<typeof auditPageSchema>> {
  const { actorId, action, subjectKind, subjectId, from, to } = filter
  const given = [actorId, action, subjectKind, subjectId, from, to, page.cursor]
  const { rows } = await getPool().query(text, [...given.map((value) => value ?? null), page.limit + 1])
  const items = z.array(auditEntrySchema).parse(rows)
  const shown = items.slice(0, page.limit)
  return { items: shown, nextCursor: items.length > page.limit ? (shown.at(-1)?.seq ?? null) : null }
}
