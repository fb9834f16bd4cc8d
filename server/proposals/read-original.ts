import { isPermitted } from '../../domain/access/permissions.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { isAwaitingAnswer } from '../../domain/proposals/proposal-state.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { parseStatus, requireSight } from './queries/reachable.ts'
import { type PersonAct } from './person-change.ts'

/**
 * What the author typed, for somebody who states what for; the reading is audited in the same transaction. While an answer is
 * owed whoever may sit on a jury is refused, so that no judge can look behind the redaction.
 */
export async function readOriginal(
  { proposalId, purpose }: { readonly proposalId: string; readonly purpose: string },
  { signedIn, now, requestId }: PersonAct,
): Promise<{ readonly answers: readonly { readonly key: string; readonly text: string }[] }> {
  return getPrisma().$transaction(async (tx) => {
    const found = await tx.proposal.findUnique({ where: { id: proposalId }, include: { fields: true } })
    requireSight(found, signedIn.personId)
    if (isAwaitingAnswer(parseStatus(found!.status)) && isPermitted(signedIn.role, 'jury.review')) {
      throw new AppError('forbidden', {
        userMessage:
          'You may be asked to judge this proposal. Its original opens to you once its author has the answer.',
      })
    }
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId, action: 'proposal.originalRead' },
      ...{ subjectKind: 'proposal', subjectId: proposalId, after: { purpose } },
    })
    return { answers: found!.fields.map(({ key, original }) => ({ key, text: original })) }
  })
}
