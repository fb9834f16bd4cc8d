import { type CaseEvent } from '../../../domain/cases/case-event.ts'
import { type CaseState, type HandoffState } from '../../../domain/cases/case-state.ts'
import { type DeclineReason } from '../../../domain/cases/handoff-terms.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Tx } from '../../db/prisma.ts'
import { changeCase } from '../change-case.ts'
import { asPerson, type PersonChange } from '../person-change.ts'
import { requireReach } from '../reach.ts'
import { requireReceiver } from './hand-over.ts'

interface OnHandoff {
  readonly caseId: string
  readonly handoffId: string
}

/** The receiving desk says no, with a reason and words; the customer stays with the sender. */
export function declineHandoff(
  input: OnHandoff & { readonly reason: DeclineReason; readonly text: string },
  change: PersonChange,
): Promise<CaseState> {
  return byReceiver(input, change, {
    type: 'handoff.declined',
    payload: { handoffId: input.handoffId, reason: input.reason, text: input.text },
  })
}

/**
 * The receiver and the customer speak with each other: the customer began to be served. Asked on the customer's behalf, `text` is
 * what the desk answers the sender.
 */
export function markServed(
  { handoffId, text, ...input }: OnHandoff & { readonly text?: string | undefined },
  change: PersonChange,
): Promise<CaseState> {
  const payload = text === undefined ? { handoffId } : { handoffId, text }
  return byReceiver({ ...input, handoffId }, change, { type: 'handoff.served', payload })
}

/** The receiver had to ask again what the brief should have said. */
export function flagAskedAgain(input: OnHandoff, change: PersonChange): Promise<CaseState> {
  return byReceiver(input, change, { type: 'handoff.askedAgain', payload: { handoffId: input.handoffId } })
}

/** The sending side takes an offer back that nobody accepted yet. */
export function recallHandoff(
  input: OnHandoff & { readonly text: string },
  change: PersonChange,
): Promise<CaseState> {
  return changeCase(input.caseId, asPerson(change), async ({ tx, state }) => {
    await requireReach(tx, change, input.caseId)
    const handoff = findHandoff(state, input.handoffId)
    if (handoff && !(await isSender(tx, change, handoff))) throw notSender()
    const payload = { handoffId: input.handoffId, text: input.text }
    return [{ type: 'handoff.recalled', at: change.now, by: change.signedIn.personId, payload }]
  })
}

/** The sending side lets go of the customer. */
export function releaseCustomer(input: OnHandoff, change: PersonChange): Promise<CaseState> {
  return changeCase(input.caseId, asPerson(change), async ({ tx, state }) => {
    await requireReach(tx, change, input.caseId)
    const handoff = findHandoff(state, input.handoffId)
    if (handoff && !(await isSender(tx, change, handoff))) throw notSender()
    const payload = { handoffId: input.handoffId }
    return [{ type: 'handoff.released', at: change.now, by: change.signedIn.personId, payload }]
  })
}

/** Either side says that the customer went away before being served, and what is known of it. */
export function loseCustomer(
  input: OnHandoff & { readonly text: string },
  change: PersonChange,
): Promise<CaseState> {
  return changeCase(input.caseId, asPerson(change), async ({ tx, state }) => {
    await requireReach(tx, change, input.caseId)
    const handoff = findHandoff(state, input.handoffId)
    if (handoff && !(await isSender(tx, change, handoff))) await requireReceiver(tx, change.signedIn, handoff)
    const payload = { handoffId: input.handoffId, text: input.text }
    return [{ type: 'handoff.customerLost', at: change.now, by: change.signedIn.personId, payload }]
  })
}

async function isSender(tx: Tx, { signedIn }: PersonChange, handoff: HandoffState): Promise<boolean> {
  const { personId } = signedIn
  if (handoff.fromPerson === personId) return true
  return (await tx.deskMember.count({ where: { deskKey: handoff.fromDesk, personId } })) > 0
}

function notSender(): AppError {
  return new AppError('forbidden', {
    userMessage: 'Only the side that offered can take the offer back or let go of the customer.',
    details: { reason: 'notSender' },
  })
}

function byReceiver(
  input: OnHandoff,
  change: PersonChange,
  move:
    | Pick<Extract<CaseEvent, { type: 'handoff.declined' }>, 'type' | 'payload'>
    | Pick<Extract<CaseEvent, { type: 'handoff.served' | 'handoff.askedAgain' }>, 'type' | 'payload'>,
): Promise<CaseState> {
  return changeCase(input.caseId, asPerson(change), async ({ tx, state }) => {
    await requireReach(tx, change, input.caseId)
    const handoff = findHandoff(state, input.handoffId)
    if (handoff) await requireReceiver(tx, change.signedIn, handoff)
    return [{ ...move, at: change.now, by: change.signedIn.personId } as CaseEvent]
  })
}

function findHandoff(state: CaseState, id: string): HandoffState | undefined {
  return state.handoffs.find((handoff) => handoff.id === id)
}
