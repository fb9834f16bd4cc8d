import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { getAuthSecret } from './auth-secret.ts'

export const sessionCookieName = 'wa-session'

const contentSchema = z.object({ sessionId: z.uuid() })

/** The session's id that the request's cookie carries; null without a cookie, or with one that we did not encrypt or that is too old. */
export async function findSessionId(headers: Headers): Promise<string | null> {
  const token = readCookie(headers.get('cookie') ?? '', sessionCookieName)
  if (token === null) return null
  const content = contentSchema.safeParse(await decrypt(token))
  return content.success ? content.data.sessionId : null
}

async function decrypt(token: string): Promise<unknown> {
  const secret = getAuthSecret()
  try {
    return await decode({ token, secret })
  } catch {
    // Forged, damaged, expired or encrypted before the secret changed: all mean "not signed in", none is a failure.
    return null
  }
}

function readCookie(header: string, name: string): string | null {
  const pair = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
  return pair === undefined ? null : pair.slice(name.length + 1)
}
