import { AppError } from '../errors/app-error.ts'

/** What the sign-in page can tell. */
export type SignInError =
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  | { readonly kind: 'failed' }

/** As the one word that next-auth carries from the server to the page: `refused`, `throttled.840`, `failed`. */
export function writeSignInError(cause: unknown): string {
  if (!(cause instanceof AppError)) return 'failed'
  if (cause.code === 'tooManyRequests') return `throttled.${Number(cause.details.retryAfterSeconds)}`
  return cause.code === 'unauthenticated' ? 'refused' : 'failed'
}

/** Reads it back; a word that we did not write means `failed`. null: no error. */
export function readSignInError(word: string | null): SignInError | null {
  if (word === null) return null
  const seconds = /^throttled\.(\d{1,6})$/.exec(word)?.[1]
  if (seconds !== undefined) return { kind: 'throttled', retryAfterSeconds: Number(seconds) }
  return { kind: word === 'refused' ? 'refused' : 'failed' }
}
