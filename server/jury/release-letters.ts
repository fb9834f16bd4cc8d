import { AppError } from '../../domain/errors/app-error.ts'
import { releaseObstacles } from '../../domain/jury/release-decisions.ts'
import { toActor } from '../access/access.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { changeProposalIn } from '../proposals/proposals.ts'
import { type HearingMove, type JuryPerson } from './change-hearing.ts'
import { type Hearing, lockHearing } from './hearing.ts'

/**
 * Lets decisions out together: every author has the answer in the same moment, all of them or none. Throws `conflict` when a letter
 * has no reader beside its writer, or changed since it was seen.
 */
export function releaseLetters(moves: readonly HearingMove[], person: JuryPerson): Promise<void> {
  // One order for everybody, so that two who release at once wait for each other instead of blocking one another.
  const inOrder = [...moves].sort((left, right) => (left.proposalId < right.proposalId ? -1 : 1))
  return getPrisma().$transaction(async (tx) => {
    const hearings: Hearing[] = []
    for (const move of inOrder) hearings.push(await lockHearing(tx, move, person.signedIn))
    requireRead(hearings)
    for (const hearing of hearings) await release(tx, hearing, person)
  })
}

function requireRead(hearings: readonly Hearing[]): void {
  const unwritten = hearings.filter(({ phase, writtenBy }) => phase !== 'pending' || writtenBy === null)
  const obstacles = releaseObstacles(
    hearings.map(({ proposalId, writtenBy, readBy }) => ({ proposalId, writtenBy: writtenBy ?? '', readBy })),
  )
  if (unwritten.length === 0 && obstacles.size === 0) return
  throw new AppError('conflict', {
    userMessage: 'Not every letter has been read by somebody else than its writer. Let them be read first.',
    details: {
      reason: 'lettersUnread',
      proposalIds: [...unwritten.map(({ proposalId }) => proposalId), ...obstacles.keys()],
    },
  })
}

async function release(tx: Tx, hearing: Hearing, { signedIn, now, requestId }: JuryPerson): Promise<void> {
  const { proposalId, round, verdict, reason, wouldChange, writtenBy, readBy } = hearing
  if (verdict === null || reason === null || writtenBy === null)
    throw new RangeError(`The hearing of ${proposalId} has no letter`)
  await tx.juryRound.update({
    where: { proposalId_round: { proposalId, round } },
    data: {
      ...{ phase: 'released', releasedAt: new Date(now), releasedBy: signedIn.personId },
      version: hearing.version + 1,
    },
  })
  const change = { actor: toActor(signedIn), now, requestId, expectedVersion: null }
  await changeProposalIn(tx, proposalId, change, ({ state }) => [
    {
      ...{ type: 'decision.delivered', at: Math.max(now, state.lastEventAt), by: signedIn.personId },
      payload: { outcome: verdict, reason, whatWouldChange: wouldChange, decidedBy: writtenBy, readBy },
    },
  ])
}
