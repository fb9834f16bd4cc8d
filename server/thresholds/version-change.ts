import { clockName } from '../../domain/thresholds/version-event.ts'
import { type Actor, type SignedIn } from '../../domain/access/actor.ts'
import { toActor } from '../access/access.ts'

/** Who moves a version, when, and which edition they saw. */
export interface VersionChange {
  readonly actor: Actor
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId?: string
  /** `null`: whatever edition it is (only what time brings). */
  readonly expectedEdition: number | null
}

export function byPerson(
  who: { readonly signedIn: SignedIn; readonly now: number; readonly requestId: string },
  expectedEdition: number | null,
): VersionChange {
  return { actor: toActor(who.signedIn), now: who.now, requestId: who.requestId, expectedEdition }
}

/** The product's own hand: what was scheduled, measured or timed. */
export const clockwork: Actor = { kind: 'system', id: null, name: clockName }
