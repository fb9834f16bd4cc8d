import { z } from 'zod'
import { roles } from '../../domain/access/roles.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { languages } from '../../domain/language/language.ts'
import type { Tx } from '../db/prisma.ts'

const rowSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  status: z.enum(['active', 'disabled']),
  demo: z.boolean(),
  version: z.number(),
  passwordHash: z.string(),
})

/** A person as kept; the hash never leaves server/access. */
export type Person = z.infer<typeof rowSchema>

/** The person, locked until the transaction ends. Throws `notFound`. */
export async function getPersonForChange(tx: Tx, personId: string): Promise<Person> {
  const rows = await tx.$queryRaw`
    SELECT id, email, name, role, language, status, demo, version, password_hash AS "passwordHash"
    FROM people WHERE id = ${personId}::uuid FOR UPDATE`
  const person = z.array(rowSchema).parse(rows)[0]
  if (!person) throw new AppError('notFound', { userMessage: 'There is no such person.' })
  return person
}
