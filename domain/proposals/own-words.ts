import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { replacedValue } from '../personal-data/replaced-value.ts'
import { refuseInput } from './proposal-refusal.ts'

/** A sentence of three or four words. */
const fewestLetters = 15

/** Whether a text says something: signs, invisible characters and what stands in the place of personal data are no words. */
export function saysSomething(text: string): boolean {
  return (text.replace(replacedValue, ' ').match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= fewestLetters
}

/** A reason as it is typed, in own words: a nod is no answer, nor are twenty dots. */
export const reasonSchema = z
  .string()
  .trim()
  .min(20)
  .max(4_000)
  .refine(saysSomething, 'Say it in a sentence of your own words.')

/** Characters of a stated purpose. */
export const shortestPurpose = 10
export const longestPurpose = 500

/** What an original or a picture is opened for. */
export const purposeSchema = z.string().trim().min(shortestPurpose).max(longestPurpose)

/**
 * Throws `unprocessable` for a text, redacted already, that tells its reader nothing any more: somebody who is owed an answer
 * must not be given a covered number instead.
 */
export function requireWords(path: string, redacted: string): void {
  if (saysSomething(redacted)) return
  const userMessage =
    'Without personal data too little is left of this text. Say it in a sentence of your own words.'
  throw new AppError('unprocessable', {
    userMessage,
    details: { reason: 'tooFewWords' },
    problems: [{ path, code: 'tooFewWords', message: userMessage }],
  })
}

/** Throws `unprocessable` for a text, cleaned already, in which nothing can be seen. */
export function requireText(path: string, text: string): void {
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return
  refuseInput(path, 'Write something that can be read.', 'required')
}
