import type { CaseEvent, CaseEventType } from './case-event.ts'
import { refuse } from './case-refusal.ts'
import type { CaseState } from './case-state.ts'
import { changeOwner, makeContact, passTurn } from './transitions/customer-contact.ts'
import { askSupervisor, answerSupervisor, containEmergency } from './transitions/emergency.ts'
import {
  acceptHandoff,
  declineHandoff,
  expireHandoff,
  flagAskedAgain,
  loseCustomer,
  markServed,
  offerHandoff,
  recallHandoff,
  releaseCustomer,
} from './transitions/handoff.ts'
import { decideMemo, escalateMemo, sendMemo } from './transitions/memo.ts'
import { breakPromise, makePromise, renegotiatePromise } from './transitions/promise.ts'
import { mergeCase, reopenCase, resolveCase } from './transitions/resolution.ts'

export type EventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>

/** What an event means to a case: whether it may be added now, and what it changes. */
export interface Transition<T extends CaseEventType> {
  /** Throws `conflict` or `unprocessable` when the event may not be added in this state. Never asked about what is stored. */
  readonly judge: (state: CaseState, event: EventOf<T>) => void
  /** The state after it. Total: an event for which the state has no place changes nothing. */
  readonly fold: (state: CaseState, event: EventOf<T>) => CaseState
}

const admitted = () => undefined
const unchanged = (state: CaseState) => state

/** What each event does to a case; a type without its line does not compile. */
export const caseTransitions: { readonly [T in CaseEventType]: Transition<T> } = {
  'case.opened': { judge: () => refuse('openedAlready'), fold: unchanged },
  'owner.changed': changeOwner,
  'note.added': { judge: admitted, fold: unchanged },
  'contact.made': makeContact,
  'turn.passed': passTurn,
  'handoff.offered': offerHandoff,
  'handoff.accepted': acceptHandoff,
  'handoff.released': releaseCustomer,
  'handoff.served': markServed,
  'handoff.askedAgain': flagAskedAgain,
  'handoff.declined': declineHandoff,
  'handoff.expired': expireHandoff,
  'handoff.recalled': recallHandoff,
  'handoff.customerLost': loseCustomer,
  'promise.made': makePromise,
  'promise.renegotiated': renegotiatePromise,
  'promise.broken': breakPromise,
  'memo.sent': sendMemo,
  'memo.decided': decideMemo,
  'memo.escalated': escalateMemo,
  'emergency.stepDone': { judge: admitted, fold: unchanged },
  'emergency.contained': containEmergency,
  'supervisor.asked': askSupervisor,
  'supervisor.answered': answerSupervisor,
  'case.resolved': resolveCase,
  'case.reopened': reopenCase,
  'case.merged': mergeCase,
}
