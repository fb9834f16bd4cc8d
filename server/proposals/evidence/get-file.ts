import { type SignedIn } from '../../../domain/access/actor.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { getPrisma } from '../../db/prisma.ts'
import { requireSight } from '../queries/reachable.ts'
import { requireSighted } from '../queries/require-sighted.ts'

/**
 * An evidence file with the name under which the viewer may save it. Throws `notFound` when it does not exist for them, `forbidden`
 * for whoever must stay blind while an answer is owed: no picture is redacted.
 */
export async function getFile(evidenceId: string, signedIn: SignedIn) {
  const found = await getPrisma().proposalEvidence.findUnique({
    where: { id: evidenceId },
    include: {
      file: true,
      proposal: { select: { id: true, authorId: true, anonymous: true, status: true, answererId: true } },
    },
  })
  if (!found?.file) throw new AppError('notFound', { userMessage: 'There is no such file, or not for you.' })
  const sight = await requireSight(getPrisma(), found.proposal, signedIn.personId)
  if (!sight.originals) await requireSighted(getPrisma(), found.proposal, signedIn)
  const name = (sight.originals ? found.originalName : null) ?? found.label
  return { name, contentType: found.contentType ?? 'application/octet-stream', content: found.file.content }
}
