import { z } from 'zod'
import { versionEventTypes } from '../../../domain/thresholds/version-event.ts'
import { onPool } from '../../db/query.ts'

const rowSchema = z.object({
  ...{ version: z.int(), seq: z.int(), type: z.enum(versionEventTypes), byName: z.string() },
  ...{ at: z.date().transform((date) => date.getTime()), comment: z.string().nullable() },
  facts: z.record(z.string(), z.unknown()),
})

/** The last line that somebody has seen. */
export const historyCursorSchema = z.object({ at: z.int().positive(), version: z.int(), seq: z.int() })

/** What happened to all versions, the newest first; instants in epoch milliseconds. One switch writes several lines at one instant. */
export async function listHistory(
  before: z.output<typeof historyCursorSchema> | null,
): Promise<z.output<typeof rowSchema>[]> {
  const rows = await onPool(
    `SELECT version, seq, type, at, by_name AS "byName", comment, payload AS facts FROM rule_set_events
     WHERE $1::timestamptz IS NULL OR (at, version, seq) < ($1, $2::int, $3::int) ORDER BY at DESC, version DESC, seq DESC LIMIT 100`,
    before === null ? [null, null, null] : [new Date(before.at), before.version, before.seq],
  )
  return rows.map((row) => rowSchema.parse(row))
}
