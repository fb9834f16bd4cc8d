import type { SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { getPrisma } from '../db/prisma.ts'
import { changePerson } from './change-person.ts'
import { endSessionsOf } from './end-session.ts'
import { refuseWeakPassword } from './new-password.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { countAttempt, forgiveAttempt } from './sign-in-throttle.ts'
import { toActor } from './to-actor.ts'

/**
 * Changes the own password and ends every other session of the person. The current password is asked for, with the same
 * throttle as at the sign-in, because an unattended screen must not be enough. Throws `invalidInput` for a
 * wrong current password or a weak new one, `tooManyRequests` when throttled.
 */
export async function changeOwnPassword(
  input: { current: string; next: string },
  { signedIn, address, now }: { signedIn: SignedIn; address: string; now: number },
): Promise<void> {
  refuseWeakPassword(input.next, signedIn, 'next')
  const attempt = { email: signedIn.email, address }
  await countAttempt(attempt)
  const person = await getPrisma().person.findUniqueOrThrow({ where: { id: signedIn.personId } })
  if (!(await verifyPassword(person.passwordHash, input.current))) {
    const message = 'The current password is not right.'
    throw new AppError('invalidInput', {
      userMessage: message,
      problems: [{ path: 'current', code: 'password.wrong', message }],
    })
  }
  await forgiveAttempt(attempt)
  const passwordHash = await hashPassword(input.next)
  const { version } = person
  await changePerson({ personId: person.id, version }, { actor: toActor(signedIn), now }, () => ({
    action: 'preferences.changePassword',
    data: { passwordHash },
    audited: { before: null, after: null },
    also: (tx) => endSessionsOf(tx, person.id, now, signedIn.sessionId),
  }))
}
