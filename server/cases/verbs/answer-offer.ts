import { type CaseEvent } from '../../../domain/cases/case-event.ts'
import { type CaseState, type HandoffState } from '../../../domain/cases/case-state.ts'
import { type DeclineReason } from '../../../domain/cases/handoff-terms.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
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

/** The receiver and the customer speak with each other: the customer began to be served. */
export function markServed(input: OnHandoff, change: PersonChange): Promise<CaseState> {
  return byReceiver(input, change, { type: 'handoff.served', payload: { handoffId: input.handoffId } })
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
    const sender =
      handoff &&
      (await tx.deskMember.findFirst({
        where: { deskKey: handoff.fromDesk, personId: change.signedIn.personId },
      }))
    if (handoff && !sender && handoff.fromPerson !== change.signedIn.personId) {
      throw new AppError('forbidden', {
        userMessage: 'Only the side that offered can take the offer back.',
        details: { reason: 'notSender' },
      })
    }
    const payload = { handoffId: input.handoffId, text: input.text }
    return [{ type: 'handoff.recalled', at: change.now, by: change.signedIn.personId, payload }]
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
