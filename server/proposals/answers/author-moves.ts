import { answerWorkingDays } from '../../../domain/proposals/answer-due.ts'
import { findDecision, type ProposalState } from '../../../domain/proposals/proposal-state.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { dueInWorkingDays } from '../answer-terms.ts'
import { type Tx } from '../../db/prisma.ts'
import { type Actor } from '../../../domain/access/actor.ts'
import { changeProposal, changeProposalIn, type ProposalAtHand } from '../change-proposal.ts'
import { chooseAnswerer } from '../choose-answerer.ts'
import { asChange, type PersonAct } from '../person-change.ts'
import { redactAbout } from '../redact-about.ts'

const clerk: Actor = { kind: 'system', id: null, name: 'Jury' }

interface OwnMove {
  readonly proposalId: string
  readonly version: number
  readonly reason: string
}

/** The author takes the own proposal back before it is decided. */
export function withdrawProposal(
  { proposalId, version, reason }: OwnMove,
  act: PersonAct,
): Promise<ProposalState> {
  return changeProposal(proposalId, asChange(act, version), async ({ tx, row }) => {
    requireAuthor(row.authorId, act)
    await releaseMerged(tx, row, act)
    const payload = { reason: await redactAbout(tx, proposalId, reason, act.signedIn, { isUnnamed: true }) }
    return [{ type: 'proposal.withdrawn', at: act.now, by: row.authorId, payload }]
  })
}

/** The author asks somebody else to look again; an answer is owed anew, within five working days. */
export function appealDecision(
  { proposalId, version, reason }: OwnMove,
  act: PersonAct,
): Promise<ProposalState> {
  return changeProposal(proposalId, asChange(act, version), async ({ tx, row, state }) => {
    requireAuthor(row.authorId, act)
    const decidedBy = findDecision(state)?.decidedBy
    const excluded = [row.authorId, ...(decidedBy === undefined ? [] : [decidedBy])]
    const answerer = await chooseAnswerer(tx, { deskKey: row.deskKey, excluded })
    const dueAt = await dueInWorkingDays(tx, row.deskKey, act.now, answerWorkingDays)
    const payload = {
      reason: await redactAbout(tx, proposalId, reason, act.signedIn, { isUnnamed: true }),
      answerer,
      dueAt,
    }
    return [{ type: 'appeal.made', at: act.now, by: row.authorId, payload }]
  })
}

/** Whatever went on inside the proposal stands alone again: its author did not take anything back, and is owed an answer. */
async function releaseMerged(
  tx: Tx,
  { id, deskKey }: ProposalAtHand['row'],
  { now }: PersonAct,
): Promise<void> {
  const merged = await tx.proposal.findMany({
    where: { mergedInto: id, status: 'merged' },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const one of merged) {
    await changeProposalIn(
      tx,
      one.id,
      { actor: clerk, now, expectedVersion: null },
      async ({ row, state }) => {
        const answerer = await chooseAnswerer(tx, { deskKey: row.deskKey, excluded: [row.authorId] })
        const dueAt = await dueInWorkingDays(tx, deskKey, now, answerWorkingDays)
        const at = Math.max(now, state.lastEventAt)
        // By the product itself: who took the other one back stays covered.
        return [{ type: 'merge.undone', at, by: null, payload: { reason: '', answerer, dueAt } }]
      },
    )
  }
}

function requireAuthor(authorId: string, { signedIn }: PersonAct) {
  if (authorId === signedIn.personId) return
  throw new AppError('forbidden', { userMessage: 'Only the author of a proposal can do this.' })
}
