import { type SignedIn } from '../../domain/access/actor.ts'
import { type CaseChange } from './change-case.ts'

/** A move by a signed-in person, who saw a version of the case. */
export interface PersonChange {
  readonly signedIn: SignedIn
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId: string
  readonly expectedVersion: number
}

/** The same move as the door of the cases takes it. */
export function asPerson({ signedIn, now, requestId, expectedVersion }: PersonChange): CaseChange {
  const { personId: id, name, role } = signedIn
  return { actor: { kind: 'person', id, name, role }, now, requestId, expectedVersion }
}
