import type { Role } from '../../domain/access/roles.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import type { Language } from '../../domain/language/language.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import type { Change } from './change.ts'
import { refuseWeakPassword } from './new-password.ts'
import { hashPassword } from './password-hash.ts'

export interface NewPerson {
  /** Trimmed and in lower case: `emailSchema`. */
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly language: Language
  readonly password: string
}

/** Adds a person who can sign in at once. Throws `invalidInput` when the password is too weak or the e-mail is taken. */
export async function addPerson(input: NewPerson, change: Change): Promise<{ personId: string }> {
  refuseWeakPassword(input.password, input)
  const { password, ...shown } = input
  const passwordHash = await hashPassword(password)
  try {
    return await getPrisma().$transaction(async (tx) => {
      const data = { ...shown, passwordHash, createdAt: new Date(change.now) }
      const { id } = await tx.person.create({ data, select: { id: true } })
      await appendAudit(tx, {
        actor: change.actor,
        action: 'people.add',
        subjectKind: 'person',
        subjectId: id,
        after: shown,
        at: change.now,
        requestId: change.requestId,
      })
      return { personId: id }
    })
  } catch (cause) {
    if (!(cause instanceof Prisma.PrismaClientKnownRequestError) || cause.code !== 'P2002') throw cause
    const message = 'Somebody already has an account with this e-mail.'
    throw new AppError('invalidInput', {
      userMessage: message,
      problems: [{ path: 'email', code: 'email.taken', message }],
      cause,
    })
  }
}
