import { AppError } from '../../../domain/errors/app-error.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { wakeProcesses } from '../live/wake-processes.ts'
import { type VersionChange } from '../version-change.ts'
import { writeMarker } from '../write-marker.ts'

/** Lets a tripped rule ask again, with a word why. Throws `conflict` when somebody did so already. */
export async function rearmRule(
  incidentId: string,
  comment: string,
  change: Omit<VersionChange, 'expectedEdition'>,
): Promise<void> {
  const { actor, now, requestId } = change
  await getPrisma().$transaction(async (tx) => {
    const query = inTransaction(tx)
    const [row] = (await query(
      `UPDATE rule_incidents SET rearmed_at = $2::timestamptz, rearmed_by = $3::uuid, rearmed_by_name = $4, comment = $5
       WHERE id = $1::uuid AND rearmed_at IS NULL RETURNING rule`,
      [incidentId, new Date(now), actor.id, actor.name, comment],
    )) as { rule: string }[]
    if (row === undefined) {
      throw new AppError('conflict', {
        userMessage: 'This rule was rearmed already, or never tripped.',
        details: { reason: 'notTripped' },
      })
    }
    await writeMarker(query, {
      ...{ at: now, kind: 'ruleRearmed', subjectKind: 'ruleIncident', subjectId: incidentId },
      ...{ rules: [row.rule], facts: { rule: row.rule, by: actor.name } },
    })
    await wakeProcesses(query)
    await appendAudit(tx, {
      ...{ actor, at: now, requestId, action: 'thresholds.rearmed', subjectKind: 'ruleIncident' },
      ...{ subjectId: incidentId, after: { rule: row.rule, comment } },
    })
  })
}
