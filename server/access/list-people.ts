import { z } from 'zod'
import { roles } from '../../domain/access/roles.ts'
import { languages } from '../../domain/language/language.ts'
import { getPool } from '../db/pool.ts'
import { readEnvironment } from '../environment.ts'

export const personRowSchema = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  status: z.enum(['active', 'disabled']),
  demo: z.boolean(),
  version: z.number(),
  createdAt: z.date(),
  /** When the person last sent a request, to the minute; null: never. */
  lastSeenAt: z.date().nullable(),
})

/** Everybody who has an account, by name; the demo accounts only where they can be used. An organisation's staff fits one page. */
export async function listPeople(): Promise<z.infer<typeof personRowSchema>[]> {
  const { rows } = await getPool().query(
    `SELECT p.id AS "personId", p.name, p.email, p.role, p.language, p.status, p.demo, p.version, p.created_at AS "createdAt",
            (SELECT max(s.last_seen_at) FROM sessions s WHERE s.person_id = p.id) AS "lastSeenAt"
     FROM people p WHERE NOT p.demo OR $1 ORDER BY p.status, lower(p.name), p.id`,
    [readEnvironment().demo],
  )
  return z.array(personRowSchema).parse(rows)
}
