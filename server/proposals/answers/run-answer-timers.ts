import { type Actor } from '../../../domain/access/actor.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { escalatedWorkingDays } from '../../../domain/proposals/answer-due.ts'
import { type ProposalEvent } from '../../../domain/proposals/proposal-event.ts'
import { getPrisma } from '../../db/prisma.ts'
import { logFailure } from '../../observability/log.ts'
import { dueInWorkingDays } from '../answer-terms.ts'
import { changeProposal, type ProposalAtHand } from '../change-proposal.ts'
import { chooseAnswerer } from '../choose-answerer.ts'

const clockwork: Actor = { kind: 'system', id: null, name: 'Clock' }

/** How long before the due time an answerer is reminded: a day is left to act. */
const reminderMs = 24 * 3_600_000

/** How many one round takes; the rest comes with the next, a minute later. */
const roundSize = 200

/**
 * Lets happen what time brings at `now` to owed answers: a day before the due time its answerer is reminded, after it the next
 * person up the chain owes the answer. Decided on the proposal as it is under lock, so a stale timer does nothing; safe in
 * several processes at once. Gives how many things happened.
 */
export async function runAnswerTimers(now: number): Promise<number> {
  const due = await getPrisma().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM proposals
     WHERE answer_due_at <= ${new Date(now)} OR (answer_due_at <= ${new Date(now + reminderMs)} AND answer_reminded_at IS NULL)
     ORDER BY answer_due_at LIMIT ${roundSize}`
  let happened = 0
  for (const { id } of due) happened += await fire(id, now)
  return happened
}

async function fire(proposalId: string, now: number): Promise<number> {
  let events = 0
  try {
    await changeProposal(proposalId, { actor: clockwork, now, expectedVersion: null }, async (hand) => {
      const decided = await whatTimeBrings(hand, now)
      events = decided.length
      return decided
    })
    return events
  } catch (cause) {
    // A proposal that was answered between the look and the lock is no failure; anything else must not stop the others.
    if (!(cause instanceof AppError && cause.code === 'conflict')) logFailure(cause, { proposalId })
    return 0
  }
}

async function whatTimeBrings({ tx, row, state }: ProposalAtHand, now: number): Promise<ProposalEvent[]> {
  const { owed } = state
  if (!owed) return []
  if (owed.dueAt > now) {
    if (owed.remindedAt !== null || owed.dueAt - now > reminderMs) return []
    return [{ type: 'answer.reminded', at: now, by: null, payload: {} }]
  }
  const to = await nextUpTheChain(tx, row, [...owed.passed, owed.answerer])
  const dueAt = await dueInWorkingDays(tx, row.deskKey, now, escalatedWorkingDays)
  return [{ type: 'answer.escalated', at: now, by: null, payload: { to, dueAt } }]
}

/** Somebody who has not been silent yet; when everybody was, it begins again with whoever was not the last. */
async function nextUpTheChain(
  tx: ProposalAtHand['tx'],
  { deskKey, authorId }: ProposalAtHand['row'],
  silent: readonly string[],
): Promise<string> {
  const last = silent.slice(-1)
  for (const excluded of [
    [authorId, ...silent],
    [authorId, ...last],
  ]) {
    try {
      return await chooseAnswerer(tx, { deskKey, excluded })
    } catch (cause) {
      if (!(cause instanceof AppError && cause.code === 'unprocessable')) throw cause
    }
  }
  return chooseAnswerer(tx, { deskKey, excluded: [authorId] })
}
