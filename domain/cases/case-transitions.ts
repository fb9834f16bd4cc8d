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
export type Transition<T extends CaseEventType> = (state: CaseState, event: EventOf<T>) => CaseState

/** What each event does to a case; a type without its line does not compile. */
export const caseTransitions: { readonly [T in CaseEventType]: Transition<T> } = {
  'case.opened': () => refuse('openedAlready'),
  'owner.changed': changeOwner,
  'note.added': (state) => state,
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
  'emergency.stepDone': (state) => state,
  'emergency.contained': containEmergency,
  'supervisor.asked': askSupervisor,
  'supervisor.answered': answerSupervisor,
  'case.resolved': resolveCase,
  'case.reopened': reopenCase,
  'case.merged': mergeCase,
}
