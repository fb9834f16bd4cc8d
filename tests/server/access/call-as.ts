import type { SignedIn } from '../../../domain/access/actor.ts'
import type { Role } from '../../../domain/access/roles.ts'
import { addPerson } from '../../../server/access/add-person.ts'
import { findSession } from '../../../server/access/find-signed-in.ts'
import { signIn } from '../../../server/access/sign-in.ts'
import { createCallerFactory } from '../../../server/trpc/procedure.ts'
import { rootRouter } from '../../../server/trpc/root-router.ts'

/** A Sunday morning on which all of these tests happen. */
export const now = Date.UTC(2026, 2, 1, 9)

export const goodPassword = 'quiet herons cross at noon'

const createCaller = createCallerFactory(rootRouter)

/** The procedures as this person's next request meets them: read from the database anew. */
export async function callAs(sessionId: string, at = now) {
  return callWith(await findSession(sessionId, at), at)
}

export function callWith(signedIn: SignedIn | null, at = now) {
  return createCaller({ signedIn, now: () => at, requestId: 'request-1', clientAddress: '192.0.2.7' })
}

let count = 0

/** A new person of this role who has signed in. */
export async function signUp(role: Role) {
  count += 1
  const email = `${role.toLowerCase()}${count}@bank.example`
  const actor = { kind: 'system', id: null, name: 'test' } as const
  const { personId } = await addPerson(
    { email, name: `Person ${count}`, role, language: 'en', password: goodPassword },
    { actor, now },
  )
  const { sessionId } = await signIn({ email, password: goodPassword }, { address: '192.0.2.7', now })
  return { personId, email, sessionId }
}
