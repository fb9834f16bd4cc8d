import { AppError } from '../../domain/errors/app-error.ts'
import { answerWorkingDays } from '../../domain/proposals/answer-due.ts'
import { toActor } from '../access/access.ts'
import { getPrisma } from '../db/prisma.ts'
import { changeProposalIn, chooseAnswerer, dueInWorkingDays, redactAbout } from '../proposals/proposals.ts'
import { type JuryPerson } from './change-hearing.ts'
import { getHearing, requirePart } from './hearing.ts'

/**
 * Lets a proposal go on inside another one that waits for its answer as well; its author is told why and shares the credit. Throws
 * `unprocessable` for a proposal with itself or with one that is merged or decided, `notFound` for those the person may not judge.
 */
export function mergeProposals(
  {
    proposalId,
    into,
    reason,
  }: { readonly proposalId: string; readonly into: string; readonly reason: string },
  { signedIn, now, requestId }: JuryPerson,
): Promise<void> {
  if (proposalId === into) throw notInto('A proposal cannot be joined with itself.')
  return getPrisma().$transaction(async (tx) => {
    for (const id of [proposalId, into]) requirePart(await getHearing(tx, id, signedIn), signedIn)
    const change = { actor: toActor(signedIn), now, requestId, expectedVersion: null }
    const [target] = await tx.$queryRaw<{ status: string }[]>`
      SELECT status FROM proposals WHERE id = ${into}::uuid FOR SHARE`
    if (target?.status !== 'inReview' && target?.status !== 'submitted')
      throw notInto('Join it with a proposal that still waits for its answer.')
    const told = await redactAbout(tx, proposalId, reason, signedIn)
    await changeProposalIn(tx, proposalId, change, ({ state }) => [
      {
        ...{ type: 'proposal.merged', at: Math.max(now, state.lastEventAt), by: signedIn.personId },
        payload: { into, reason: told, decidedBy: signedIn.personId },
      },
    ])
  })
}

/**
 * The proposal stands alone again, with an answer owed from now on. Throws `conflict` when it is not merged, `notFound` for those
 * who may not judge it.
 */
export function undoMerge(
  { proposalId, reason }: { readonly proposalId: string; readonly reason: string },
  { signedIn, now, requestId }: JuryPerson,
): Promise<void> {
  return getPrisma().$transaction(async (tx) => {
    requirePart(await getHearing(tx, proposalId, signedIn), signedIn)
    const change = { actor: toActor(signedIn), now, requestId, expectedVersion: null }
    await changeProposalIn(tx, proposalId, change, async ({ row, state }) => {
      const answerer = await chooseAnswerer(tx, { deskKey: row.deskKey, excluded: [state.author] })
      const dueAt = await dueInWorkingDays(tx, row.deskKey, now, answerWorkingDays)
      return [
        {
          ...{ type: 'merge.undone', at: Math.max(now, state.lastEventAt), by: signedIn.personId },
          payload: { reason: await redactAbout(tx, proposalId, reason, signedIn), answerer, dueAt },
        },
      ]
    })
  })
}

function notInto(userMessage: string): AppError {
  return new AppError('unprocessable', {
    userMessage,
    problems: [{ path: 'into', code: 'impossible', message: userMessage }],
  })
}
