import { type Actor } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { isAwaitingAnswer } from '../../domain/proposals/proposal-state.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { notify } from '../notifications/notifications.ts'
import { logFailure } from '../observability/log.ts'
import { changeProposal, type ProposalAtHand } from '../proposals/proposals.ts'
import { listEligible } from './list-eligible.ts'

const clerk: Actor = { kind: 'system', id: null, name: 'Jury' }

/** How many hearings one round opens; the rest comes with the next, seconds later. */
const roundSize = 50

/**
 * Opens a hearing at `now` (epoch ms) for every proposal that waits for its answer and has none: the first after it was submitted, a
 * further one after an appeal. Those who may judge are told. Safe in several processes at once. Gives how many were opened.
 */
export async function openHearings(now: number): Promise<number> {
  const waiting = await getPrisma().$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM proposals p
    WHERE p.status IN ('submitted', 'inReview', 'appealed')
      AND NOT EXISTS (SELECT FROM jury_rounds r WHERE r.proposal_id = p.id AND r.released_at IS NULL)
    ORDER BY p.submitted_at LIMIT ${roundSize}`
  let opened = 0
  for (const { id } of waiting) {
    try {
      const change = { actor: clerk, now, expectedVersion: null }
      await changeProposal(id, change, (hand) => openHearing(hand, now))
      opened += 1
    } catch (cause) {
      // A proposal that moved on between the look and the lock is no failure; anything else must not stop the others.
      if (!(cause instanceof AppError && cause.code === 'conflict')) logFailure(cause, { proposalId: id })
    }
  }
  return opened
}

async function openHearing({ tx, row, state }: ProposalAtHand, now: number) {
  const rounds = await tx.juryRound.findMany({ where: { proposalId: row.id } })
  if (!isAwaitingAnswer(state.status) || rounds.some(({ releasedAt }) => releasedAt === null)) return []
  const round = rounds.length + 1
  await tx.juryRound.create({
    data: { proposalId: row.id, round, phase: 'blind', openedAt: new Date(now) },
  })
  const [eligible, proposal] = await Promise.all([
    listEligible(tx, row.id),
    tx.proposal.findUniqueOrThrow({ where: { id: row.id }, select: { title: true } }),
  ])
  const facts = { title: proposal.title ?? row.reference }
  await notify(
    tx,
    eligible.map((to) => ({ to, kind: 'review.wanted', subjectId: row.id, facts })),
    now,
  )
  if (state.status !== 'submitted') {
    await appendAudit(tx, {
      ...{ actor: clerk, action: 'jury.open', subjectKind: 'proposal', subjectId: row.id, at: now },
      after: { round },
    })
    return []
  }
  const at = Math.max(now, state.lastEventAt)
  return [{ type: 'review.started' as const, at, by: null, payload: {} }]
}
