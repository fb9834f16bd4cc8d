import type { Actor, SignedIn } from '../../domain/access/actor.ts'

/** The signed-in person as the audit names them. */
export function toActor(signedIn: SignedIn): Actor {
  return { kind: 'person', id: signedIn.personId, name: signedIn.name, role: signedIn.role }
}
