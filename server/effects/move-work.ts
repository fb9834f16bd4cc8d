import { AppError } from '../../domain/errors/app-error.ts'
import { type ProposalEvent } from '../../domain/proposals/proposal-event.ts'
import { toActor } from '../access/access.ts'
import { changeProposal, type ProposalAtHand, redactAbout } from '../proposals/proposals.ts'
import { findPlan } from './plan-row.ts'
import { type EffectPerson, requireOwnerOrDecider } from './save-plan.ts'

/** A move of an accepted proposal, and the version that the person saw. */
export interface WorkMove {
  readonly proposalId: string
  readonly version: number
}

/** Locks the plan: from here on neither the metric nor the smallest change that matters can be chosen to fit the result. */
export function lockPlan(move: WorkMove, person: EffectPerson): Promise<void> {
  return moveWork(move, person, async ({ tx }) => {
    const plan = await findPlan(tx, move.proposalId)
    if (plan === null || plan.lockedAt !== null) throw noPlan()
    await tx.effectPlan.update({
      where: { id: plan.id },
      data: { lockedAt: new Date(person.now), lockedBy: person.signedIn.personId },
    })
    return { type: 'plan.locked', payload: { planId: plan.id } }
  })
}

export function startWork(move: WorkMove, person: EffectPerson): Promise<void> {
  return moveWork(move, person, () => Promise.resolve({ type: 'work.started', payload: {} }))
}

/** The change is in the world; its effect is measured from `now` on. */
export function finishWork(move: WorkMove, person: EffectPerson): Promise<void> {
  return moveWork(move, person, () => Promise.resolve({ type: 'work.finished', payload: {} }))
}

/** Accepted, but it will not be done: its author is answered like one who was declined, and may appeal. */
export function stopWork(
  move: WorkMove & { readonly reason: string; readonly whatWouldChange: string },
  person: EffectPerson,
): Promise<void> {
  const { signedIn } = person
  return moveWork(move, person, async ({ tx }) => ({
    type: 'work.stopped',
    payload: {
      reason: await redactAbout(tx, move.proposalId, move.reason, signedIn),
      whatWouldChange: await redactAbout(tx, move.proposalId, move.whatWouldChange, signedIn),
      decidedBy: signedIn.personId,
    },
  }))
}

type WorkEvent = Pick<
  Extract<ProposalEvent, { type: 'plan.locked' | 'work.started' | 'work.finished' | 'work.stopped' }>,
  'type' | 'payload'
>

async function moveWork(
  { proposalId, version }: WorkMove,
  { signedIn, now, requestId }: EffectPerson,
  decide: (hand: ProposalAtHand) => Promise<WorkEvent>,
): Promise<void> {
  const change = { actor: toActor(signedIn), now, requestId, expectedVersion: version }
  await changeProposal(proposalId, change, async (hand) => {
    requireOwnerOrDecider(await findPlan(hand.tx, proposalId), signedIn, signedIn.personId)
    const event = await decide(hand)
    const at = Math.max(now, hand.state.lastEventAt)
    return [{ ...event, at, by: signedIn.personId } as ProposalEvent]
  })
}

function noPlan(): AppError {
  return new AppError('conflict', {
    userMessage: 'There is no open plan to lock. Write down what is expected first.',
    details: { reason: 'noPlan' },
  })
}
