import { AppError } from '../../../domain/errors/app-error.ts'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPrisma } from '../../db/prisma.ts'
import { requireSight } from '../queries/reachable.ts'

/** An evidence file with the name under which the viewer may save it. Throws `notFound` when it does not exist for them. */
export async function getFile(evidenceId: string, signedIn: SignedIn) {
  const found = await getPrisma().proposalEvidence.findUnique({
    where: { id: evidenceId },
    include: { file: true, proposal: { select: { authorId: true, anonymous: true, status: true } } },
  })
  if (!found?.file) throw new AppError('notFound', { userMessage: 'There is no such file, or not for you.' })
  const sight = requireSight(found.proposal, signedIn.personId)
  const name = (sight.originals ? found.originalName : null) ?? found.label
  return { name, contentType: found.contentType ?? 'application/octet-stream', content: found.file.content }
}
