import { AppError } from '../../domain/errors/app-error.ts'

/** The request's Idempotency-Key, or null. Throws `invalidInput` for one that is no key. */
export function readIdempotencyKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null) return null
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key
  throw new AppError('invalidInput', {
    userMessage:
      'An Idempotency-Key has 1 to 200 printable ASCII characters without spaces; a UUID is a good one.',
    problems: [
      { path: 'Idempotency-Key', code: 'notAKey', message: 'Send 1 to 200 printable ASCII characters.' },
    ],
  })
}

export const replayedHeader = { 'idempotent-replayed': 'true' } as const
