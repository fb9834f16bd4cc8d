import {
  type CaseEvent,
  type CaseEventPayload,
  type CaseEventType,
} from '../../../domain/cases/case-event.ts'
import { type CaseState } from '../../../domain/cases/case-state.ts'
import { changeCase } from '../change-case.ts'
import { asPerson, type PersonChange } from '../person-change.ts'
import { requireReach } from '../reach.ts'

/** Moves whose whole content the person gives; the state machine judges them. Everything else has a verb of its own. */
export type RecordableType = Extract<
  CaseEventType,
  | 'note.added'
  | 'turn.passed'
  | 'promise.made'
  | 'promise.renegotiated'
  | 'emergency.stepDone'
  | 'emergency.contained'
  | 'supervisor.asked'
  | 'case.resolved'
  | 'case.reopened'
>

/**
 * What a person says here is true whatever else happened to the case since they looked: a colleague's note must not send back the one press
 * that secures a customer's account. The state machine still refuses what cannot be.
 */
const trueWhateverHappened: ReadonlySet<RecordableType> = new Set([
  'note.added',
  'emergency.stepDone',
  'emergency.contained',
  'supervisor.asked',
])

/** Adds one event in the person's name to a case that they may reach. */
export async function recordOnCase<T extends RecordableType>(
  caseId: string,
  type: T,
  payload: CaseEventPayload<T>,
  change: PersonChange,
): Promise<CaseState> {
  const seen = asPerson(change)
  const expectedVersion = trueWhateverHappened.has(type) ? null : seen.expectedVersion
  return changeCase(caseId, { ...seen, expectedVersion }, async ({ tx }) => {
    await requireReach(tx, change, caseId)
    return [{ type, at: change.now, by: change.signedIn.personId, payload } as CaseEvent]
  })
}
