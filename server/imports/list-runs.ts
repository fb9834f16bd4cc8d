import { z } from 'zod'
import { getPool } from '../db/pool.ts'
import { incidentSummarySchema } from './incidents/incident-summary.ts'

export const importRunSchema = z.object({
  importId: z.string(),
  preset: z.string(),
  fileName: z.string(),
  status: z.enum(['running', 'finished', 'failed']),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  /** Transactions or cases that are durable, of so many in the file. */
  unitsDone: z.int(),
  unitsTotal: z.int().nullable(),
  unitsAlreadyStored: z.int(),
  rowsRead: z.int(),
  rowsRejected: z.int(),
  /** What a log of cases brought; null for purchases and for runs that are not finished. */
  cases: incidentSummarySchema.nullable(),
  rejects: z.array(z.object({ code: z.string(), rows: z.int() })),
})

const atMost = 200

/** The latest imports, newest first, with how many rows each did not keep and why. */
export async function listRuns(): Promise<z.infer<typeof importRunSchema>[]> {
  const { rows } = await getPool().query(
    `SELECT r.id AS "importId", r.preset, r.file_name AS "fileName", r.status, r.started_at AS "startedAt",
       r.finished_at AS "finishedAt", r.units_done AS "unitsDone", r.units_total AS "unitsTotal",
       r.units_already_stored AS "unitsAlreadyStored", r.rows_read AS "rowsRead", r.rows_rejected AS "rowsRejected",
       CASE WHEN r.summary ? 'casesByHandoffs' THEN r.summary END AS cases,
       coalesce(rejects.by_code, '[]') AS rejects
     FROM (SELECT * FROM import_runs ORDER BY started_at DESC, id LIMIT $1) r
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('code', code, 'rows', n) ORDER BY n DESC, code) AS by_code
       FROM (SELECT code, count(*) AS n FROM import_rejects WHERE import_id = r.id GROUP BY code) counted
     ) rejects ON true
     ORDER BY r.started_at DESC, r.id`,
    [atMost],
  )
  return z.array(importRunSchema).parse(rows)
}
