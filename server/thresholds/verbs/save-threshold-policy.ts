import { AppError } from '../../../domain/errors/app-error.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { getThresholdPolicy, type ThresholdPolicy } from '../threshold-policy.ts'
import { type VersionChange } from '../version-change.ts'

/** Changes the cap of all rules and the time for a second signature. Throws `conflict` when somebody changed them since they were read. */
export async function saveThresholdPolicy(
  policy: ThresholdPolicy,
  seenVersion: number,
  change: Omit<VersionChange, 'expectedEdition'>,
): Promise<{ readonly version: number }> {
  return getPrisma().$transaction(async (tx) => {
    const query = inTransaction(tx)
    const before = await getThresholdPolicy(query)
    const rows = await query(
      `INSERT INTO threshold_policy AS known (id, cap_per_hour, emergency_minutes, version)
       VALUES (1, $1::int, $2::int, 1)
       ON CONFLICT (id) DO UPDATE SET cap_per_hour = excluded.cap_per_hour,
         emergency_minutes = excluded.emergency_minutes, version = known.version + 1
       WHERE known.version = $3::int RETURNING version`,
      [policy.capPerHour, policy.emergencyMinutes, seenVersion],
    )
    if (rows.length === 0 || before.version !== seenVersion) {
      throw new AppError('conflict', {
        userMessage: 'Somebody changed these limits meanwhile. Load the page again and look at them.',
        details: { reason: 'limitsChanged', version: before.version },
      })
    }
    await appendAudit(tx, {
      ...{ actor: change.actor, at: change.now, requestId: change.requestId },
      ...{ action: 'thresholds.savePolicy', subjectKind: 'thresholdPolicy', subjectId: '1' },
      ...{ before, after: policy },
    })
    return { version: seenVersion + 1 }
  })
}
