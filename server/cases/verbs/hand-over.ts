import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { type CaseState } from '../../../domain/cases/case-state.ts'
import { type HandoffMode } from '../../../domain/cases/handoff-terms.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { addBusinessMs } from '../../../domain/time/business-time.ts'
import { roundTheClock } from '../../../domain/time/calendar-versions.ts'
import { changeCase } from '../change-case.ts'
import { type DeskStatus, listDeskStatuses } from '../desk-status.ts'
import { asPerson, type PersonChange } from '../person-change.ts'
import { requireReach } from '../reach.ts'

export interface Offer {
  readonly caseId: string
  readonly mode: Exclude<HandoffMode, 'memo'>
  readonly toDesk: string
  readonly toPerson: string | null
  readonly brief: Readonly<Record<string, string>>
  readonly plannedReturn: boolean
}

/**
 * Offers the customer to a desk, with its brief. The time to accept runs in the receiving desk's hours; an emergency's round the
 * clock. Throws `unprocessable` when the desk is unknown, closed or empty for a cold handoff, or its brief lacks a required field.
 */
export async function offerHandoff(offer: Offer, change: PersonChange): Promise<CaseState> {
  return changeCase(offer.caseId, asPerson(change), async ({ tx, state, calendarOf }) => {
    await requireReach(tx, change, offer.caseId)
    const { personId } = change.signedIn
    const [desk] = await listDeskStatuses(tx, change.now, { only: offer.toDesk, viewer: personId })
    if (!desk) throw impossible('unknownDesk', 'There is no such desk.')
    if (offer.mode === 'cold') requireSomebodyThere(desk)
    const missing = desk.brief.filter(({ key, required }) => required && !offer.brief[key]?.trim())
    if (missing.length > 0 && offer.mode !== 'warm') {
      throw new AppError('unprocessable', {
        userMessage:
          'The desk needs the whole brief before the customer moves, so that nobody has to ask again.',
        problems: missing.map(({ key }) => ({
          path: `brief.${key}`,
          code: 'briefIncomplete',
          message: 'Please fill this in.',
        })),
      })
    }
    const hours = state.emergency ? roundTheClock : calendarOf(offer.toDesk)
    return [
      {
        ...{ type: 'handoff.offered', at: change.now, by: change.signedIn.personId },
        payload: {
          ...{ handoffId: randomUUID(), mode: offer.mode, toDesk: offer.toDesk, toPerson: offer.toPerson },
          acceptBy: addBusinessMs(hours, change.now, desk.acceptMinutes * 60_000),
          ...{
            plannedReturn: offer.plannedReturn,
            brief: { ...offer.brief },
            briefComplete: missing.length === 0,
          },
          takenOnTheLine: offer.mode === 'warm' && desk.open && desk.available > 0,
        },
      },
    ]
  })
}

/** Somebody of the receiving desk takes the customer. Two who press at once: the second learns who was first. */
export async function acceptHandoff(
  input: { caseId: string; handoffId: string },
  change: PersonChange,
): Promise<CaseState> {
  return changeCase(input.caseId, asPerson(change), async ({ tx, state }) => {
    await requireReach(tx, change, input.caseId)
    const handoff = state.handoffs.find(({ id }) => id === input.handoffId)
    if (handoff) await requireReceiver(tx, change.signedIn, handoff)
    const { personId } = change.signedIn
    return [
      {
        type: 'handoff.accepted',
        at: change.now,
        by: personId,
        payload: { handoffId: input.handoffId, by: personId },
      },
    ]
  })
}

/** Throws `forbidden` unless the person is a member of the receiving desk, or the colleague whom the offer names. */
export async function requireReceiver(
  tx: Parameters<typeof requireReach>[0],
  signedIn: SignedIn,
  handoff: { readonly toDesk: string; readonly toPerson: string | null },
): Promise<void> {
  if (handoff.toPerson === signedIn.personId) return
  const member = await tx.deskMember.findUnique({
    where: { deskKey_personId: { deskKey: handoff.toDesk, personId: signedIn.personId } },
  })
  if (member && handoff.toPerson === null) return
  throw new AppError('forbidden', {
    userMessage: 'Only the desk or colleague to whom it was offered can answer this offer.',
    details: { reason: 'notReceiver' },
  })
}

/** Throws `unprocessable` when a customer who is let go at once would come to nobody. */
export function requireSomebodyThere(desk: DeskStatus) {
  if (!desk.open)
    throw impossible(
      'deskClosed',
      'This desk is closed now. Stay with the customer, promise a call, or choose another desk.',
    )
  if (desk.available === 0)
    throw impossible(
      'deskEmpty',
      'Nobody of this desk is available now. Hand over warm, or choose another desk.',
    )
}

function impossible(code: string, userMessage: string): AppError {
  return new AppError('unprocessable', {
    userMessage,
    problems: [{ path: 'toDesk', code, message: userMessage }],
  })
}
