import { type SignedIn } from '../../../domain/access/actor.ts'
import { isPermitted } from '../../../domain/access/permissions.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Tx } from '../../db/prisma.ts'
import { isCovered } from './covered.ts'

/**
 * Whether somebody must stay blind: while an answer is owed, everybody who may judge, who owes it, or who judged it before their role
 * changed. What was typed, and pictures that were attached, name authors and customers.
 */
export async function mustStayBlind(
  tx: Pick<Tx, 'juryReview' | '$queryRaw'>,
  proposal: { readonly id: string; readonly answererId: string | null },
  { personId, role }: SignedIn,
): Promise<boolean> {
  if (!(await isCovered(tx, proposal.id))) return false
  return (
    isPermitted(role, 'jury.review') ||
    proposal.answererId === personId ||
    (await tx.juryReview.count({ where: { proposalId: proposal.id, reviewerId: personId } })) > 0
  )
}

/** Throws `forbidden` for whoever must stay blind. */
export async function requireSighted(
  tx: Pick<Tx, 'juryReview' | '$queryRaw'>,
  proposal: { readonly id: string; readonly answererId: string | null },
  signedIn: SignedIn,
): Promise<void> {
  if (!(await mustStayBlind(tx, proposal, signedIn))) return
  throw new AppError('forbidden', {
    userMessage:
      'You may be asked to judge this proposal, or owe its answer. What its author typed and attached opens to you once they have the answer.',
    details: { reason: 'mustStayBlind' },
  })
}
