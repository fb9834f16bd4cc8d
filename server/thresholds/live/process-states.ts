import { z } from 'zod'
import { type Query } from '../../db/query.ts'

/** Who has not been heard of for so long counts as gone. */
export const lostAfterMs = 5_000

const rowSchema = z.object({
  id: z.string(),
  ready: z.array(z.int()),
  failure: z.string().nullable(),
  decisionMsP99: z.number().nullable(),
})

export type ProcessState = z.infer<typeof rowSchema>

/** The processes that decide, as they last reported; `now` in epoch milliseconds. */
export async function listProcesses(query: Query, now: number): Promise<ProcessState[]> {
  const rows = await query(
    `SELECT id::text, ready, failure, decision_ms_p99 AS "decisionMsP99" FROM screening_processes
     WHERE seen_at BETWEEN $1::timestamptz AND $2::timestamptz ORDER BY id`,
    [new Date(now - lostAfterMs), new Date(now + lostAfterMs)],
  )
  return rows.map((row) => rowSchema.parse(row))
}
