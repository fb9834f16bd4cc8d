import { z } from 'zod'
import { ruleSetSchema } from '../../../domain/screening/rule.ts'
import { diffRuleSets } from '../../../domain/thresholds/diff-rule-sets.ts'
import { mergeRuleSets } from '../../../domain/thresholds/merge-rule-sets.ts'
import { versionKinds, versionStatuses } from '../../../domain/thresholds/version-status.ts'
import { onPool } from '../../db/query.ts'
import { getActiveVersion, getVersion, type StoredVersion } from '../stored-version.ts'

const instant = z.date().transform((date) => date.getTime())

const rowSchema = z.object({
  ...{ version: z.int(), status: z.enum(versionStatuses), kind: z.enum(versionKinds) },
  ...{ edition: z.int(), note: z.string().nullable(), baseVersion: z.int().nullable() },
  ...{ restoresVersion: z.int().nullable(), createdAt: instant, author: z.string().nullable() },
  ...{ authorId: z.string().nullable(), suspendedReason: z.string().nullable(), rampPpm: z.int() },
  ...{ scheduledAt: instant.nullable(), signBy: instant.nullable() },
  ...{ activatedAt: instant.nullable(), retiredAt: instant.nullable(), approvedBy: z.string().nullable() },
  ...{ seal: z.string(), rules: z.unknown() },
})

/** How a draft stands to the version that is active now. */
export type MergeStatus = 'current' | 'behind' | 'conflicting'

export type VersionLine = Omit<z.output<typeof rowSchema>, 'rules'> & {
  /** How many values differ from the version that it was drafted from. */
  readonly changes: number | null
  /** Of unfinished versions. */
  readonly merge: MergeStatus | null
}

const text = `
  SELECT v.version, v.status, v.kind, v.edition, v.note, v.base_version AS "baseVersion", v.restores_version AS "restoresVersion",
    v.created_at AS "createdAt", p.name AS author, v.created_by::text AS "authorId", v.suspended_reason AS "suspendedReason",
    v.ramp_ppm AS "rampPpm", v.scheduled_at AS "scheduledAt", v.sign_by AS "signBy", v.activated_at AS "activatedAt",
    v.retired_at AS "retiredAt", encode(v.seal, 'hex') AS seal, v.rules,
    (SELECT d.decided_by_name FROM review_decisions d WHERE d.version = v.version AND d.seal = v.seal
       AND d.decision IN ('approved', 'countersigned') ORDER BY d.at DESC LIMIT 1) AS "approvedBy"
  FROM rule_set_versions v LEFT JOIN people p ON p.id = v.created_by`

/** Every version, the newest first. */
export async function listVersions(): Promise<VersionLine[]> {
  const rows = (await onPool(`${text} ORDER BY v.version DESC LIMIT 500`, [])).map((row) =>
    rowSchema.parse(row),
  )
  const parsed = new Map(rows.map((row) => [row.version, ruleSetSchema.parse(row.rules)]))
  const active = rows.find(({ status }) => status === 'active')
  return rows.map(({ rules: _, ...row }) => {
    const mine = parsed.get(row.version)!
    const base = row.baseVersion === null ? undefined : parsed.get(row.baseVersion)
    const unfinished = !['active', 'retired', 'rejected'].includes(row.status)
    return {
      ...row,
      changes: base === undefined ? null : diffRuleSets(base, mine).length,
      merge:
        !unfinished || active === undefined || base === undefined
          ? null
          : mergeStatus(
              { base, mine, active: parsed.get(active.version)! },
              row.baseVersion === active.version,
            ),
    }
  })
}

function mergeStatus(
  { base, mine, active }: Record<'base' | 'mine' | 'active', StoredVersion['rules']>,
  isCurrent: boolean,
): MergeStatus {
  if (isCurrent) return 'current'
  return mergeRuleSets(base, mine, active).conflicts.length === 0 ? 'behind' : 'conflicting'
}

/** What rebasing a version now would meet. Throws `notFound` for a version that is not there. */
export async function previewRebase(version: number) {
  const current = await getVersion(onPool, version)
  const active = await getActiveVersion(onPool)
  const base = await getVersion(onPool, current.baseVersion ?? active.version)
  const { conflicts } = mergeRuleSets(base.rules, current.rules, active.rules)
  const status: MergeStatus =
    current.baseVersion === active.version ? 'current' : conflicts.length > 0 ? 'conflicting' : 'behind'
  return { active: active.version, base: base.version, status, conflicts }
}
