import { z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'
import { onPool } from '../../db/query.ts'

const instant = z.date().transform((date) => date.getTime())
const rowSchema = z.object({
  ...{ id: z.string(), rule: z.string(), version: z.int(), trippedAt: instant, since: instant },
  ...{ alerts: z.int(), customers: z.int(), cap: z.int(), rearmedAt: instant.nullable() },
  ...{ rearmedByName: z.string().nullable(), comment: z.string().nullable() },
})

/** A rule that asked more than its cap. Instants in epoch milliseconds; `rearmedAt` null: it still only watches. */
type Incident = z.output<typeof rowSchema>

const columns = `id::text, rule, version, tripped_at AS "trippedAt", since, alerts, customers, cap, rearmed_at AS "rearmedAt",
  rearmed_by_name AS "rearmedByName", comment`

/** When rules asked more than their cap, the newest first; those that still only watch come before. */
export async function listIncidents(): Promise<Incident[]> {
  const rows = await onPool(
    `SELECT ${columns} FROM rule_incidents ORDER BY rearmed_at IS NOT NULL, tripped_at DESC LIMIT 100`,
    [],
  )
  return rows.map((row) => rowSchema.parse(row))
}

/** Throws `notFound`. */
export async function getIncident(id: string): Promise<Incident> {
  const [row] = await onPool(`SELECT ${columns} FROM rule_incidents WHERE id = $1::uuid`, [id])
  if (row === undefined) throw new AppError('notFound', { userMessage: 'No rule was stopped by this id.' })
  return rowSchema.parse(row)
}
