import { expect, test } from 'vitest'
import { readSignInError, writeSignInError } from '../../../domain/access/sign-in-error.ts'
import { AppError } from '../../../domain/errors/app-error.ts'

test.each([
  [new AppError('unauthenticated', { userMessage: 'no' }), { kind: 'refused' }],
  [
    new AppError('tooManyRequests', { userMessage: 'wait', details: { retryAfterSeconds: 840 } }),
    { kind: 'throttled', retryAfterSeconds: 840 },
  ],
  [new AppError('unavailable', { userMessage: 'database' }), { kind: 'failed' }],
  [new Error('a secret of the server'), { kind: 'failed' }],
])('%s reaches the page as what a person can act on', (cause, told) => {
  expect(readSignInError(writeSignInError(cause))).toEqual(told)
})

test('no word is no error, and a word that nobody wrote is a failure', () => {
  expect(readSignInError(null)).toBeNull()
  expect(readSignInError('throttled.x')).toEqual({ kind: 'failed' })
})
