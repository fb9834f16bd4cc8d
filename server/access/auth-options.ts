import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { writeSignInError } from '../../domain/access/sign-in-error.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { log, logFailure } from '../observability/log.ts'
import { getAuthSecret } from './auth-secret.ts'
import { readClientAddress } from './client-address.ts'
import { endSession } from './end-session.ts'
import { findSession } from './find-signed-in.ts'
import { sessionCookieName } from './session-cookie.ts'
import { longestMs } from './session-life.ts'
import { credentialsSchema, signIn } from './sign-in.ts'

/**
 * next-auth as we use it: it checks the CSRF token, encrypts and sets the cookie. The cookie holds the id of our session row
 * and nothing else; whether that session counts is asked of the database on every request (`findSignedIn`).
 */
export function createAuthOptions(request: Request): NextAuthOptions {
  const secure = isSecure(request)
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    secret: getAuthSecret(),
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: longestMs / 1_000 },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    cookies: {
      sessionToken: { name: sessionCookieName, options: cookie },
      csrfToken: { name: 'wa-csrf', options: cookie },
      callbackUrl: { name: 'wa-callback', options: cookie },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (credentials) => authorize(credentials, request),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sessionId: user ? user.id : token.sessionId }),
      // A path and never an address: next-auth does not know on which host and port it is reached.
      redirect: ({ url }) => (/^\/(?![/\\])/.test(url) ? url : '/'),
    },
    events: {
      signOut: async ({ token }) => {
        const now = Date.now()
        const signedIn = await findSession(String(token.sessionId), now)
        if (signedIn) await endSession(signedIn, now)
      },
    },
    logger: {
      error: (code, facts) => logFailure(facts instanceof Error ? facts : facts.error, { code }),
      // It warns that NEXTAUTH_URL is not set; we follow none of the addresses that it would make of it.
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
}

async function authorize(
  credentials: Record<string, string> | undefined,
  request: Request,
): Promise<{ id: string }> {
  try {
    const { sessionId } = await signIn(credentialsSchema.parse(credentials), {
      address: readClientAddress(request.headers),
      now: Date.now(),
    })
    return { id: sessionId }
  } catch (cause) {
    const isExpected = cause instanceof AppError && cause.code !== 'internal' && cause.code !== 'unavailable'
    if (!isExpected) logFailure(cause, { path: 'sign-in' })
    // next-auth hands nothing but the message to the page.
    throw new Error(writeSignInError(cause), { cause })
  }
}

/** Behind a proxy that ends TLS the request itself is plain. */
function isSecure(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return (forwarded ?? new URL(request.url).protocol.replace(':', '')) === 'https'
}
