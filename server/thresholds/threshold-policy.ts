import { z } from 'zod'
import { onPool, type Query } from '../db/query.ts'

export const thresholdPolicySchema = z.object({
  /** Alerts of one rule in an hour above which it only watches, where it has no cap of its own; null: no cap. */
  capPerHour: z.int().min(1, 'A cap is at least 1.').max(1_000_000).nullable(),
  emergencyMinutes: z
    .int()
    .min(1, 'Somebody needs a minute to sign.')
    .max(7 * 1440, 'At most a week.'),
})

export type ThresholdPolicy = Readonly<z.infer<typeof thresholdPolicySchema>>

const rowSchema = thresholdPolicySchema.extend({ version: z.int() })

/** The limits around all versions; what an installation begins with has no caps. `version` 0: nobody changed it yet. */
export async function getThresholdPolicy(query: Query = onPool): Promise<z.infer<typeof rowSchema>> {
  const [row] = await query(
    `SELECT cap_per_hour AS "capPerHour", emergency_minutes AS "emergencyMinutes", version FROM threshold_policy WHERE id = 1`,
    [],
  )
  return row === undefined ? { capPerHour: null, emergencyMinutes: 60, version: 0 } : rowSchema.parse(row)
}
