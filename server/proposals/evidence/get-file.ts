import { type SignedIn } from '../../../domain/access/actor.ts'
import { isPermitted } from '../../../domain/access/permissions.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { isAwaitingAnswer } from '../../../domain/proposals/proposal-state.ts'
import { getPrisma } from '../../db/prisma.ts'
import { parseStatus, requireSight } from '../queries/reachable.ts'

/**
 * An evidence file with the name under which the viewer may save it. Throws `notFound` when it does not exist for them, `forbidden`
 * for whoever may sit on the jury while an answer is owed: no file is redacted.
 */
export async function getFile(evidenceId: string, signedIn: SignedIn) {
  const found = await getPrisma().proposalEvidence.findUnique({
    where: { id: evidenceId },
    include: { file: true, proposal: { select: { authorId: true, anonymous: true, status: true } } },
  })
  if (!found?.file) throw new AppError('notFound', { userMessage: 'There is no such file, or not for you.' })
  const sight = requireSight(found.proposal, signedIn.personId)
  const isJudge = !sight.originals && isPermitted(signedIn.role, 'jury.review')
  if (isJudge && isAwaitingAnswer(parseStatus(found.proposal.status))) {
    throw new AppError('forbidden', {
      userMessage:
        'You may be asked to judge this proposal. Its files open to you once its author has the answer.',
    })
  }
  const name = (sight.originals ? found.originalName : null) ?? found.label
  return { name, contentType: found.contentType ?? 'application/octet-stream', content: found.file.content }
}
