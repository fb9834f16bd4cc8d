import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { ruleSetSchema } from '../../domain/screening/rule.ts'
import { rampPlanSchema } from '../../domain/thresholds/ramp-plan.ts'
import { versionKinds, versionStatuses } from '../../domain/thresholds/version-status.ts'
import { type Query } from '../db/query.ts'

const instant = z.date().transform((date) => date.getTime())

const rowSchema = z.object({
  version: z.int(),
  status: z.enum(versionStatuses),
  kind: z.enum(versionKinds),
  edition: z.int(),
  rules: ruleSetSchema,
  seal: z.string(),
  note: z.string().nullable(),
  baseVersion: z.int().nullable(),
  restoresVersion: z.int().nullable(),
  createdBy: z.string().nullable(),
  createdAt: instant,
  editedBy: z.string().nullable(),
  editedAt: instant.nullable(),
  suspendedReason: z.string().nullable(),
  scheduledAt: instant.nullable(),
  announcedAt: instant.nullable(),
  signBy: instant.nullable(),
  ramp: rampPlanSchema.nullable(),
  rampStep: z.int().nullable(),
  rampStepAt: instant.nullable(),
  rampPpm: z.int(),
  activatedAt: instant.nullable(),
  retiredAt: instant.nullable(),
})

/** A version as it stands in the database; instants in epoch milliseconds, the seal in hexadecimal. */
export type StoredVersion = z.output<typeof rowSchema>

const columns = `version, status, kind, edition, rules, encode(seal, 'hex') AS seal, note, base_version AS "baseVersion",
  restores_version AS "restoresVersion", created_by::text AS "createdBy", created_at AS "createdAt", edited_by::text AS "editedBy",
  edited_at AS "editedAt", suspended_reason AS "suspendedReason", scheduled_at AS "scheduledAt", announced_at AS "announcedAt",
  sign_by AS "signBy", ramp, ramp_step AS "rampStep", ramp_step_at AS "rampStepAt", ramp_ppm AS "rampPpm",
  activated_at AS "activatedAt", retired_at AS "retiredAt"`

/** Throws `notFound` for a version that is not there. `lock`: until the end of the transaction nobody else moves it. */
export async function getVersion(
  query: Query,
  version: number,
  { lock = false } = {},
): Promise<StoredVersion> {
  const [row] = await query(
    `SELECT ${columns} FROM rule_set_versions WHERE version = $1${lock ? ' FOR UPDATE' : ''}`,
    [version],
  )
  if (row === undefined) {
    throw new AppError('notFound', { userMessage: `There is no version ${version} of the rules.` })
  }
  return rowSchema.parse(row)
}

/** The version that decides now. Throws `unavailable` when there is none. */
export async function getActiveVersion(query: Query, { lock = false } = {}): Promise<StoredVersion> {
  const [row] = await query(
    `SELECT ${columns} FROM rule_set_versions WHERE status = 'active'${lock ? ' FOR UPDATE' : ''}`,
    [],
  )
  if (row === undefined) {
    throw new AppError('unavailable', { userMessage: 'No version of the rules is active yet.' })
  }
  return rowSchema.parse(row)
}

/** Every version in one of these states, newest first. */
export async function listVersionsIn(query: Query, statuses: readonly string[]): Promise<StoredVersion[]> {
  const rows = await query(
    `SELECT ${columns} FROM rule_set_versions WHERE status = ANY($1) ORDER BY version DESC`,
    [[...statuses]],
  )
  return rows.map((row) => rowSchema.parse(row))
}
