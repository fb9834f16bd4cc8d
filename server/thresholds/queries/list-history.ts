import { z } from 'zod'
import { versionEventTypes } from '../../../domain/thresholds/version-event.ts'
import { onPool } from '../../db/query.ts'

const rowSchema = z.object({
  ...{ version: z.int(), seq: z.int(), type: z.enum(versionEventTypes), byName: z.string() },
  ...{ at: z.date().transform((date) => date.getTime()), comment: z.string().nullable() },
  facts: z.record(z.string(), z.unknown()),
})

/** What happened to all versions, the newest first; instants in epoch milliseconds. */
export async function listHistory(before: number | null): Promise<z.output<typeof rowSchema>[]> {
  const rows = await onPool(
    `SELECT version, seq, type, at, by_name AS "byName", comment, payload AS facts FROM rule_set_events
     WHERE $1::timestamptz IS NULL OR at < $1 ORDER BY at DESC, version DESC, seq DESC LIMIT 100`,
    [before === null ? null : new Date(before)],
  )
  return rows.map((row) => rowSchema.parse(row))
}
