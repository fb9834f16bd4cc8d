import { z } from 'zod'
import { onPool } from '../../db/query.ts'

const instant = z.date().transform((date) => date.getTime())
const rowSchema = z.object({
  ...{ id: z.string(), rule: z.string(), version: z.int(), trippedAt: instant, since: instant },
  ...{ alerts: z.int(), customers: z.int(), cap: z.int(), rearmedAt: instant.nullable() },
  ...{ rearmedByName: z.string().nullable(), comment: z.string().nullable() },
})

/** When rules asked more than their cap, the newest first; those that still only watch come before. Instants in epoch milliseconds. */
export async function listIncidents(): Promise<z.output<typeof rowSchema>[]> {
  const rows = await onPool(
    `SELECT id::text, rule, version, tripped_at AS "trippedAt", since, alerts, customers, cap, rearmed_at AS "rearmedAt",
       rearmed_by_name AS "rearmedByName", comment
     FROM rule_incidents ORDER BY rearmed_at IS NOT NULL, tripped_at DESC LIMIT 100`,
    [],
  )
  return rows.map((row) => rowSchema.parse(row))
}
