import { getPrisma } from '../db/prisma.ts'
import type { Change } from './change.ts'
import { changePerson } from './change-person.ts'
import { endSessionsOf } from './end-session.ts'
import { refuseWeakPassword } from './new-password.ts'
import { hashPassword } from './password-hash.ts'

/**
 * Sets another person's password and ends their sessions. Throws `invalidInput` when it is too weak; other errors: see
 * `changePerson`.
 */
export async function resetPassword(
  input: { personId: string; version: number; password: string },
  change: Change,
) {
  const person = await getPrisma().person.findUnique({ where: { id: input.personId } })
  if (person) refuseWeakPassword(input.password, person)
  // Hashed before the transaction: it takes long, and everybody else's changes would wait for it.
  const passwordHash = await hashPassword(input.password)
  return changePerson(input, change, ({ id }) => ({
    action: 'people.resetPassword',
    data: { passwordHash },
    audited: { before: null, after: null },
    also: (tx) => endSessionsOf(tx, id, change.now),
  }))
}
