import { z } from 'zod'
import { rejectCodes } from '../../domain/imports/reject-reason.ts'
import { getPool } from '../db/pool.ts'

export const rejectsRequestSchema = z.object({
  importId: z.uuid(),
  code: z.enum(rejectCodes).optional(),
  /** The line after which the page begins. */
  cursor: z.int().min(0).optional(),
  limit: z.int().min(1).max(200).default(50),
})

export const rejectsPageSchema = z.object({
  items: z.array(
    z.object({ line: z.int(), code: z.enum(rejectCodes), reason: z.string(), excerpt: z.string() }),
  ),
  nextCursor: z.int().nullable(),
})

/** Rows that an import did not keep, in the order of the file; an unknown import has none. */
export async function listRejects(
  request: z.output<typeof rejectsRequestSchema>,
): Promise<z.infer<typeof rejectsPageSchema>> {
  const { rows } = await getPool().query(
    `SELECT line, code, reason, excerpt FROM import_rejects
     WHERE import_id = $1 AND line > $2 AND ($3::text IS NULL OR code = $3) ORDER BY line, code LIMIT $4`,
    [request.importId, request.cursor ?? 0, request.code ?? null, request.limit + 1],
  )
  const items = rejectsPageSchema.shape.items.parse(rows.slice(0, request.limit))
  return { items, nextCursor: rows.length > request.limit ? (items.at(-1)?.line ?? null) : null }
}
