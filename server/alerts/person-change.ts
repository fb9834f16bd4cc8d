import { type SignedIn } from '../../domain/access/actor.ts'
import { toActor } from '../access/access.ts'
import { type AlertChange } from './change-alert.ts'

/** A move by a signed-in person, who saw a version of the alert. */
export interface PersonChange {
  readonly signedIn: SignedIn
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId: string
  readonly expectedVersion: number
}

/** The same move as the door of the alerts takes it. */
export function asPerson({ signedIn, now, requestId, expectedVersion }: PersonChange): AlertChange {
  return { actor: toActor(signedIn), source: 'person', now, requestId, expectedVersion }
}
