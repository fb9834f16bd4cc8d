import { getCsrfToken } from 'next-auth/react'
import { readSignInError, type SignInError } from '@/domain/access/sign-in-error.ts'

/** Sends e-mail and password; null: signed in, the cookie is set. A server that cannot be reached is `failed`. */
export async function sendCredentials(credentials: {
  readonly email: string
  readonly password: string
}): Promise<SignInError | null> {
  const csrfToken = await getCsrfToken()
  if (!csrfToken) return { kind: 'failed' }
  try {
    const response = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...credentials, csrfToken, json: 'true' }),
    })
    const { url } = (await response.json()) as { url?: unknown }
    const { searchParams } = new URL(String(url), window.location.origin)
    return readSignInError(searchParams.get('error') ?? (response.ok ? null : 'failed'))
  } catch (cause) {
    console.warn('sign-in', cause) // eslint-disable-line no-console -- the only witness of a network failure
    return { kind: 'failed' }
  }
}
