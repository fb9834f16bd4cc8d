import { z } from 'zod'
import type { SignedIn } from '../../domain/access/actor.ts'
import { roles } from '../../domain/access/roles.ts'
import { languages } from '../../domain/language/language.ts'
import { getPool } from '../db/pool.ts'
import { readEnvironment } from '../environment.ts'
import { findSessionId } from './session-cookie.ts'
import { prolongSession } from './prolong-session.ts'

const rowSchema = z.object({
  session_id: z.string(),
  created_at: z.date(),
  last_seen_at: z.date(),
  person_id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  colour_scheme: z.enum(['light', 'dark', 'auto']),
  shortcuts: z.boolean(),
})

/**
 * Who sends this request, read from the database for this very request, so that signing out, disabling and demoting act on
 * the next one. null: nobody, or a session that has ended or expired, or somebody disabled, or a demo account outside demo mode.
 */
export async function findSignedIn(headers: Headers, now = Date.now()): Promise<SignedIn | null> {
  const sessionId = await findSessionId(headers)
  return sessionId === null ? null : findSession(sessionId, now)
}

/** The same for a session's id. */
export async function findSession(sessionId: string, now: number): Promise<SignedIn | null> {
  const { rows } = await getPool().query({
    name: 'access-find-session',
    text: `SELECT s.id AS session_id, s.created_at, s.last_seen_at, p.id AS person_id, p.name, p.email, p.role, p.language, p.colour_scheme, p.shortcuts
           FROM sessions s JOIN people p ON p.id = s.person_id
           WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND p.status = 'active' AND (NOT p.demo OR $3)`,
    values: [sessionId, new Date(now), readEnvironment().demo],
  })
  if (rows.length === 0) return null
  const row = rowSchema.parse(rows[0])
  await prolongSession(
    { id: row.session_id, createdAt: row.created_at.getTime(), lastSeenAt: row.last_seen_at.getTime() },
    now,
  )
  return {
    personId: row.person_id,
    sessionId: row.session_id,
    name: row.name,
    email: row.email,
    role: row.role,
    language: row.language,
    colourScheme: row.colour_scheme,
    shortcuts: row.shortcuts,
  }
}
