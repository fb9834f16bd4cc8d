import { type PoolClient } from 'pg'
import { z } from 'zod'

/** What an import of incidents brought, counted over the rows that it stored. */
export const incidentSummarySchema = z.object({
  preset: z.string(),
  rowsRead: z.int(),
  rejects: z.record(z.string(), z.int()),
  cases: z.int(),
  /** Cases that an earlier import of another file had stored. */
  alreadyStored: z.int(),
  desks: z.int(),
  firstAt: z.iso.datetime().nullable(),
  lastAt: z.iso.datetime().nullable(),
  handoffs: z.int(),
  accepted: z.int(),
  /** Cases by their number of handoffs. */
  casesByHandoffs: z.record(z.string(), z.int()),
  reopened: z.int(),
})

export type IncidentSummary = z.infer<typeof incidentSummarySchema>

const caseCounts = `
  SELECT count(*) AS cases, min(opened_at) AS "firstAt", max(coalesce(last_resolved_at, opened_at)) AS "lastAt",
    count(*) FILTER (WHERE reopens > 0) AS reopened
  FROM cases WHERE import_id = $1`

const handoffCounts = `
  SELECT count(*) AS handoffs, count(*) FILTER (WHERE h.accepted_at IS NOT NULL) AS accepted
  FROM cases c JOIN handoffs h ON h.customer_ref = c.customer_ref AND h.case_id = c.id WHERE c.import_id = $1`

const deskCount = `
  SELECT count(DISTINCT s.desk) AS desks
  FROM cases c JOIN case_segments s ON s.customer_ref = c.customer_ref AND s.case_id = c.id WHERE c.import_id = $1`

const distribution = `
  SELECT handoff_count AS handoffs, count(*) AS cases FROM cases WHERE import_id = $1 GROUP BY handoff_count ORDER BY 1`

/** Counts over the rows that an import stored; what only the file knows comes with `file`. */
export async function summariseIncidents(
  client: PoolClient,
  importId: string,
  file: Pick<IncidentSummary, 'preset' | 'rowsRead' | 'rejects' | 'alreadyStored'>,
): Promise<IncidentSummary> {
  const rowsOf = async (sql: string) => (await client.query<Record<string, unknown>>(sql, [importId])).rows
  const [cases] = await rowsOf(caseCounts)
  const [handoffs] = await rowsOf(handoffCounts)
  const [desks] = await rowsOf(deskCount)
  const byHandoffs = await rowsOf(distribution)
  return incidentSummarySchema.parse({
    ...file,
    ...cases,
    firstAt: toText(cases?.firstAt),
    lastAt: toText(cases?.lastAt),
    ...handoffs,
    ...desks,
    casesByHandoffs: Object.fromEntries(byHandoffs.map((row) => [String(row.handoffs), row.cases])),
  })
}

function toText(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : null
}
