import { type SignedIn } from '../../../domain/access/actor.ts'
import { isPermitted } from '../../../domain/access/permissions.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Tx } from '../../db/prisma.ts'
import { isCovered } from './covered.ts'

/**
 * Throws `forbidden` for whoever must stay blind: while an answer is owed, everybody who may judge, who owes it, or who judged it
 * before their role changed. What was typed and what was attached names authors and customers.
 */
export async function requireSighted(
  tx: Pick<Tx, 'juryReview' | '$queryRaw'>,
  proposal: { readonly id: string; readonly answererId: string | null },
  { personId, role }: SignedIn,
): Promise<void> {
  if (!(await isCovered(tx, proposal.id))) return
  const mustStayBlind =
    isPermitted(role, 'jury.review') ||
    proposal.answererId === personId ||
    (await tx.juryReview.count({ where: { proposalId: proposal.id, reviewerId: personId } })) > 0
  if (!mustStayBlind) return
  throw new AppError('forbidden', {
    userMessage:
      'You may be asked to judge this proposal, or owe its answer. What its author typed and attached opens to you once they have the answer.',
    details: { reason: 'mustStayBlind' },
  })
}
