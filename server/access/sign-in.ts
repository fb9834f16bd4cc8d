import { z } from 'zod'
import { roles } from '../../domain/access/roles.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { readEnvironment } from '../environment.ts'
import { openSession } from './open-session.ts'
import { hashPassword, isOutdatedHash, verifyPassword } from './password-hash.ts'
import { countAttempt, forgiveAttempt } from './sign-in-throttle.ts'

export const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(1_024),
})

/**
 * Checks e-mail and password and opens a session; gives its id. The answer and its time are the same for an unknown e-mail, a
 * wrong password, a disabled person and a demo account outside demo mode: `unauthenticated`. Throws `tooManyRequests`
 * when throttled. `now`: epoch milliseconds.
 */
export async function signIn(
  credentials: z.infer<typeof credentialsSchema>,
  { address, now }: { address: string; now: number },
): Promise<{ sessionId: string; personId: string }> {
  const { email, password } = credentials
  await countAttempt({ email, address })
  const person = await getPrisma().person.findUnique({ where: { email } })
  const fits = await verifyPassword(person?.passwordHash ?? null, password)
  if (!person || !fits || person.status !== 'active' || (person.demo && !readEnvironment().demo)) {
    throw new AppError('unauthenticated', { userMessage: 'E-mail or password is not right.' })
  }
  await forgiveAttempt({ email, address })
  if (isOutdatedHash(person.passwordHash)) await renewHash(person, password)
  const sessionId = await getPrisma().$transaction(async (tx) => {
    const id = await openSession(tx, person.id, now)
    const actor = {
      kind: 'person',
      id: person.id,
      name: person.name,
      role: z.enum(roles).parse(person.role),
    } as const
    await appendAudit(tx, {
      actor,
      action: 'session.open',
      subjectKind: 'person',
      subjectId: person.id,
      at: now,
    })
    return id
  })
  return { sessionId, personId: person.id }
}

async function renewHash(person: { id: string; passwordHash: string }, password: string) {
  const passwordHash = await hashPassword(password)
  // Only if nobody changed the password meanwhile.
  await getPrisma().person.updateMany({
    where: { id: person.id, passwordHash: person.passwordHash },
    data: { passwordHash },
  })
}
