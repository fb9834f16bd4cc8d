import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { isPermitted } from '../../../domain/access/permissions.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { proposalSight } from '../../../domain/proposals/proposal-sight.ts'
import { proposalStatuses } from '../../../domain/proposals/proposal-state.ts'
import { toActor } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma, type Tx } from '../../db/prisma.ts'
import { notify } from '../../notifications/notifications.ts'
import { isCovered } from '../../proposals/proposals.ts'
import { type JuryPerson } from '../change-hearing.ts'
import { titleOf } from '../title-of.ts'
import { redactAbout } from '../../proposals/proposals.ts'
import { requireText } from '../../../domain/proposals/own-words.ts'

/**
 * What colleagues said about a proposal, oldest first. While an answer is owed those who may judge do not get to read it: it would
 * sway them, and somebody may name the author; they get the number alone. An author whose name is covered speaks as the author.
 * Throws `notFound` for drafts of others.
 */
export async function listComments(proposalId: string, { signedIn }: { readonly signedIn: SignedIn }) {
  const prisma = getPrisma()
  const proposal = await getReadable(prisma, proposalId, signedIn)
  const { author, isCovered } = proposal
  const rows = await prisma.proposalComment.findMany({
    where: { proposalId, removedAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const isJudge = isPermitted(signedIn.role, 'jury.review') && author !== signedIn.personId && isCovered
  if (isJudge) return { count: rows.length, comments: null }
  const names = proposalSight(proposal, signedIn.personId)?.names === true
  const people = await prisma.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return {
    count: rows.length,
    comments: rows.map(({ id, personId, text, at }) => ({
      ...{
        id,
        text,
        at: at.getTime(),
        isMine: personId === signedIn.personId,
        isAuthor: personId === author,
      },
      name: personId === author && !names ? null : (nameOf.get(personId) ?? null),
    })),
  }
}

/** Adds a comment, redacted. Throws `notFound` for drafts of others. */
export function addComment(
  { proposalId, text }: { readonly proposalId: string; readonly text: string },
  { signedIn, now, requestId }: JuryPerson,
): Promise<void> {
  return getPrisma().$transaction(async (tx) => {
    const { author } = await getReadable(tx, proposalId, signedIn)
    // An author whose name is covered must not sign.
    const said = await redactAbout(tx, proposalId, text, signedIn, {
      isUnnamed: author === signedIn.personId,
    })
    requireText('text', said)
    const id = randomUUID()
    await tx.proposalComment.create({
      data: {
        id,
        proposalId,
        personId: signedIn.personId,
        text: said,
        at: new Date(now),
      },
    })
    if (author !== signedIn.personId) {
      const facts = { title: await titleOf(tx, proposalId) }
      await notify(tx, [{ to: author, kind: 'comment.added', subjectId: proposalId, facts }], now)
    }
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'proposal.comment', at: now, requestId },
      ...{ subjectKind: 'proposal', subjectId: proposalId, after: { commentId: id } },
    })
  })
}

/** Takes an own comment back; it is kept for the audit and shown to nobody. */
export function removeComment(commentId: string, { signedIn, now, requestId }: JuryPerson): Promise<void> {
  return getPrisma().$transaction(async (tx) => {
    const { count } = await tx.proposalComment.updateMany({
      where: { id: commentId, personId: signedIn.personId, removedAt: null },
      data: { removedAt: new Date(now) },
    })
    if (count === 0) throw new AppError('notFound', { userMessage: 'There is no such comment of yours.' })
    const { proposalId } = await tx.proposalComment.findUniqueOrThrow({ where: { id: commentId } })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'proposal.removeComment', at: now, requestId },
      ...{ subjectKind: 'proposal', subjectId: proposalId, before: { commentId } },
    })
  })
}

async function getReadable(
  tx: Pick<Tx, 'proposal' | '$queryRaw'>,
  proposalId: string,
  { personId }: SignedIn,
) {
  const row = await tx.proposal.findUnique({
    where: { id: proposalId },
    select: { authorId: true, status: true, anonymous: true },
  })
  const status = proposalStatuses.find((known) => known === row?.status)
  if (row === null || status === undefined) throw unknown()
  const proposal = {
    ...{ author: row.authorId, status, anonymous: row.anonymous },
    isCovered: await isCovered(tx, proposalId),
  }
  if (proposalSight(proposal, personId) === null) throw unknown()
  return proposal
}

function unknown(): AppError {
  return new AppError('notFound', { userMessage: 'There is no such proposal, or not for you.' })
}
