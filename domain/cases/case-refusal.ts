import { AppError } from '../errors/app-error.ts'

/** Why a case refuses a move, and what to do instead; the interface has the same reasons in every language. */
export const caseRefusals = {
  resolvedCase: 'The case is resolved. Reopen it first.',
  reasonMissing: 'Say what we are waiting for; it is shown to everybody who opens the case.',
  untilMissing: 'Say until when we wait; then the case comes back to us.',
  handoffRunning: 'This customer is being handed over already. Recall that offer first.',
  toOwnDesk: 'A desk cannot hand over to itself. Choose another desk, or a colleague of this one.',
  toOneself: 'Nobody can hand over to themselves.',
  acceptByPast: 'The time to accept must lie after the offer.',
  containFirst: 'Contain the emergency first, or hand over warm to somebody who takes it on the line now.',
  releasedAlready: 'The customer was released already.',
  stayUntilAccepted: 'In a warm handoff stay with the customer until somebody has accepted.',
  offerStillOpen: 'This offer may still be accepted.',
  notOffered: 'This case has no such handoff: it must be offered first.',
  handoffMoved: 'This handoff has moved on meanwhile. Look at what happened.',
  resolvedAlready: 'The case is resolved already.',
  handoffOpen: 'A handoff is open. See it served, or recall it.',
  containBeforeResolving: 'Contain the emergency before resolving it.',
  notResolved: 'Only a resolved case can be reopened.',
  intoMissing: 'Name the case that goes on.',
  promiseBeforeMerging:
    'The customer was promised something by this case. Keep that first, or merge the other case into this one.',
  memoBeforeMerging:
    'A memo of this case waits for an answer. Wait for it, or merge the other case into this one.',
  answerByPast: 'The time for an answer must lie in the future.',
  memoWaits: 'A memo of this case is waiting for an answer already.',
  referIncomplete: 'Referring needs a manager and a new due time.',
  memoStillOpen: 'This memo may still be answered.',
  noSuchMemo: 'This case has no such memo.',
  memoDecided: 'This memo is decided already.',
  promiseOpen: 'A promise is open already. Keep it or move it.',
  promisePast: 'A promise must lie in the future.',
  newTimePast: 'The new time must lie in the future.',
  promiseStillOpen: 'This promise may still be kept.',
  noSuchPromise: 'This case has no such promise.',
  promiseEnded: 'This promise has ended meanwhile.',
  noEmergency: 'Only an emergency is contained.',
  containedAlready: 'This emergency is contained already.',
  supervisorAsked: 'A supervisor is being asked already.',
  nobodyAsked: 'Nobody asked a supervisor.',
  otherQuestion: 'The operator asks something else now. Read it before you answer.',
  openedAlready: 'This case was opened already.',
  notOpened: 'A case begins with being opened.',
  outOfOrder: 'The case already knows something later. Send its events in the order in which they happened.',
  merged: 'This case was merged into another one; go on there.',
} as const

type CaseRefusal = keyof typeof caseRefusals

/**
 * A move that the case's present state does not allow. Carries the reason and the state, so that whoever saw an older one can show
 * what happened meanwhile.
 */
export function refuse(reason: CaseRefusal, details: Readonly<Record<string, unknown>> = {}): never {
  throw new AppError('conflict', { userMessage: caseRefusals[reason], details: { reason, ...details } })
}

/** An instant (epoch ms) as the details of a refusal carry it: other systems read them, too. RFC 3339, UTC. */
export function toldInstant(at: number): string {
  return new Date(at).toISOString()
}

/** A move that no state would allow: the input contradicts itself or the field's rules. */
export function refuseInput(path: string, reason: CaseRefusal): never {
  const message = caseRefusals[reason]
  throw new AppError('unprocessable', { userMessage: message, problems: [{ path, code: reason, message }] })
}
