import { type AskingPolicy } from '../../../domain/alerts/asking-policy.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { toActor } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { ensureAskingPolicy, getAskingPolicy } from '../../asking/asking.ts'
import { type PersonChange } from '../person-change.ts'
import { inTransaction } from '../../db/query.ts'

/**
 * Changes how the organisation asks; live decisions follow at once. Throws `conflict` with the current version when somebody changed
 * it since it was read, `unprocessable` for a desk that is not there.
 */
export async function saveAskingPolicy(
  policy: AskingPolicy,
  change: PersonChange,
): Promise<{ readonly version: number }> {
  await ensureAskingPolicy()
  const { targets, desks, ...numbers } = policy
  const { expectedVersion, signedIn, now, requestId } = change
  return getPrisma().$transaction(async (tx) => {
    const { secret: _, ...before } = await getAskingPolicy(inTransaction(tx))
    const known = await tx.desk.count({ where: { key: { in: [...desks] } } })
    if (known !== new Set(desks).size) {
      const message = 'One of the desks does not exist any more. Load the page again.'
      throw new AppError('unprocessable', {
        userMessage: message,
        problems: [{ path: 'desks', code: 'unknown', message }],
      })
    }
    const { count } = await tx.askingPolicy.updateMany({
      where: { id: 1, version: Math.max(1, expectedVersion) },
      data: { ...numbers, desks: [...desks], version: { increment: 1 } },
    })
    if (count === 0) {
      throw new AppError('conflict', {
        userMessage: 'Somebody changed these settings meanwhile. Load the page again and look at them.',
        details: { version: before.version },
      })
    }
    for (const [channel, target] of Object.entries(targets)) {
      await tx.alertTarget.upsert({ where: { channel }, create: { channel, ...target }, update: target })
    }
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId },
      ...{ action: 'alertPolicy.save', subjectKind: 'askingPolicy', subjectId: '1' },
      before,
      after: policy,
    })
    return { version: Math.max(1, expectedVersion) + 1 }
  })
}
