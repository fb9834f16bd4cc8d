import { type SignedIn } from '../../../domain/access/actor.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { isTwin } from '../../../domain/proposals/evidence.ts'
import { toActor } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma, type Tx } from '../../db/prisma.ts'
import { type PersonAct } from '../person-change.ts'
import { requireSight } from '../queries/reachable.ts'
import { requireSighted } from '../queries/require-sighted.ts'
import { redactAbout } from '../redact-about.ts'

/** A file as it is sent, with the name under which the viewer may save it. */
interface EvidenceDownload {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
}

/**
 * An evidence file: its author's own, and the redacted twins of texts. Throws `notFound` when it does not exist for the viewer,
 * `forbidden` for others' pictures, which `openPicture` opens.
 */
export async function getFile(evidenceId: string, signedIn: SignedIn): Promise<EvidenceDownload> {
  const tx = getPrisma()
  const { found, isOwn } = await findFile(tx, evidenceId, signedIn)
  if (!isOwn && !isTwin(found.contentType)) {
    await requireSighted(tx, found.proposal, signedIn)
    throw new AppError('forbidden', {
      userMessage: 'Nothing is covered in a picture. Say what you open it for.',
      details: { reason: 'purposeWanted' },
    })
  }
  return asDownload(found, isOwn)
}

/**
 * Somebody else's picture, for a stated purpose; no picture can be redacted, so like an original it leaves an audit entry, in the
 * same transaction. Throws `notFound`, and `forbidden` for whoever must stay blind.
 */
export function openPicture(
  { evidenceId, purpose }: { readonly evidenceId: string; readonly purpose: string },
  { signedIn, now, requestId }: PersonAct,
): Promise<EvidenceDownload> {
  return getPrisma().$transaction(async (tx) => {
    const { found, isOwn } = await findFile(tx, evidenceId, signedIn)
    const proposalId = found.proposal.id
    if (!isOwn) await requireSighted(tx, found.proposal, signedIn)
    const after = { evidenceId, purpose: await redactAbout(tx, proposalId, purpose, signedIn) }
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId, action: 'proposal.pictureOpened' },
      ...{ subjectKind: 'proposal', subjectId: proposalId, after },
    })
    return asDownload(found, isOwn)
  })
}

async function findFile(
  tx: Pick<Tx, 'proposalEvidence' | '$queryRaw'>,
  evidenceId: string,
  { personId }: SignedIn,
) {
  const found = await tx.proposalEvidence.findUnique({
    where: { id: evidenceId },
    include: {
      file: true,
      proposal: { select: { id: true, authorId: true, anonymous: true, status: true, answererId: true } },
    },
  })
  if (!found?.file) throw new AppError('notFound', { userMessage: 'There is no such file, or not for you.' })
  const { originals: isOwn } = await requireSight(tx, found.proposal, personId)
  return { found: { ...found, file: found.file }, isOwn }
}

function asDownload(found: Awaited<ReturnType<typeof findFile>>['found'], isOwn: boolean): EvidenceDownload {
  return {
    name: (isOwn ? found.originalName : null) ?? found.label,
    contentType: found.contentType ?? 'application/octet-stream',
    content: found.file.content,
  }
}
