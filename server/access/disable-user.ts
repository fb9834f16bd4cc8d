import { AppError } from '../../domain/errors/app-error.ts'
import { getPrisma } from '../db/prisma.ts'
import { commandLineActor } from './command-line-actor.ts'
import { disablePerson } from './disable-person.ts'

/** The task `disable-user`: shuts out the person with this e-mail. Throws `notFound`, or `unprocessable` for the last administrator. */
export async function disableUser(email: string, now: number): Promise<void> {
  const person = await getPrisma().person.findUnique({ where: { email: email.trim().toLowerCase() } })
  if (!person)
    throw new AppError('notFound', { userMessage: `Nobody has an account with the e-mail ${email}.` })
  const { id: personId, version } = person
  await disablePerson({ personId, version }, { actor: commandLineActor, now })
}
