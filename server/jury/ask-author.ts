import { randomUUID } from 'node:crypto'
import { AppError } from '../../domain/errors/app-error.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { notify, settleNotices } from '../notifications/notifications.ts'
import { type JuryPerson } from './change-hearing.ts'
import { getHearing, requirePart } from './hearing.ts'
import { titleOf } from './title-of.ts'
import { redactAbout } from '../proposals/proposals.ts'
import { requireText } from '../../domain/proposals/own-words.ts'

/** Asks the author of a proposal something; neither learns who the other is. Throws `conflict` once the answer is out. */
export function askAuthor(
  { proposalId, question }: { readonly proposalId: string; readonly question: string },
  { signedIn, now, requestId }: JuryPerson,
): Promise<void> {
  return getPrisma().$transaction(async (tx) => {
    const hearing = await getHearing(tx, proposalId, signedIn)
    if (hearing.phase === 'released')
      throw new AppError('conflict', {
        userMessage: 'This proposal is decided. Talk to its author directly.',
        details: { reason: 'decidedAlready' },
      })
    requirePart(hearing, signedIn)
    const asked = await redactAbout(tx, proposalId, question, signedIn, { isUnnamed: true })
    requireText('question', asked)
    const { authorId } = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    const id = randomUUID()
    await tx.juryQuestion.create({
      data: {
        ...{ id, proposalId, round: hearing.round, question: asked },
        ...{ askedBy: signedIn.personId, askedAt: new Date(now) },
      },
    })
    const facts = { title: await titleOf(tx, proposalId) }
    await notify(tx, [{ to: authorId, kind: 'question.asked', subjectId: proposalId, facts }], now)
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'jury.ask', at: now, requestId },
      ...{ subjectKind: 'proposal', subjectId: proposalId, after: { questionId: id } },
    })
  })
}

/** Answers a question of the jury; only the author can, once. The jury reads the redacted answer without a name. */
export function answerQuestion(
  { questionId, answer }: { readonly questionId: string; readonly answer: string },
  { signedIn, now, requestId }: JuryPerson,
): Promise<void> {
  return getPrisma().$transaction(async (tx) => {
    const question = await tx.juryQuestion.findUnique({ where: { id: questionId } })
    const proposal = question && (await tx.proposal.findUnique({ where: { id: question.proposalId } }))
    if (!question || proposal?.authorId !== signedIn.personId)
      throw new AppError('notFound', { userMessage: 'There is no such question, or not for you.' })
    const told = await redactAbout(tx, proposal.id, answer, signedIn, { isUnnamed: true })
    requireText('answer', told)
    const { count } = await tx.juryQuestion.updateMany({
      where: { id: questionId, answeredAt: null },
      data: {
        answer: told,
        answeredAt: new Date(now),
      },
    })
    if (count === 0)
      throw new AppError('conflict', {
        userMessage: 'You answered this question already.',
        details: { reason: 'answeredAlready' },
      })
    const { proposalId: subjectId, askedBy: to } = question
    if ((await tx.juryQuestion.count({ where: { proposalId: subjectId, answeredAt: null } })) === 0)
      await settleNotices(tx, { kinds: ['question.asked'], subjectId })
    const facts = { title: proposal.title ?? proposal.reference }
    await notify(tx, [{ to, kind: 'question.answered', subjectId, facts }], now)
    // The actor of this entry is the author: the audit is closed to the jury.
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action: 'jury.answer', at: now, requestId },
      ...{ subjectKind: 'proposal', subjectId, after: { questionId } },
    })
  })
}

/** What the jury asked the author of a proposal, oldest first, without who asked; empty for everybody else. */
export async function listMyQuestions(proposalId: string, { signedIn }: Pick<JuryPerson, 'signedIn'>) {
  const proposal = await getPrisma().proposal.findUnique({ where: { id: proposalId } })
  if (proposal?.authorId !== signedIn.personId) return []
  const rows = await getPrisma().juryQuestion.findMany({ where: { proposalId }, orderBy: { askedAt: 'asc' } })
  return rows.map(({ id, question, answer, askedAt, answeredAt }) => ({
    ...{ id, question, answer, askedAt: askedAt.getTime() },
    answeredAt: answeredAt?.getTime() ?? null,
  }))
}
