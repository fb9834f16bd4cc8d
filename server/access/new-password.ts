import {
  findPasswordProblem,
  longestPassword,
  type PasswordProblem,
  shortestPassword,
} from '../../domain/access/password-policy.ts'
import { AppError } from '../../domain/errors/app-error.ts'

const messages = {
  tooShort: `A password has at least ${shortestPassword} characters.`,
  tooLong: `A password has at most ${longestPassword} characters.`,
  common: 'This password is among the first that a guesser tries. A few unrelated words make a good one.',
  personal:
    'This password is little more than the name or the e-mail. A few unrelated words make a good one.',
} as const satisfies Record<PasswordProblem, string>

/** Throws `invalidInput` with the problem's code at `path` when the password is too weak for this person. */
export function refuseWeakPassword(
  password: string,
  person: { readonly email: string; readonly name: string },
  path = 'password',
): void {
  const problem = findPasswordProblem(password, person)
  if (problem === null) return
  throw new AppError('invalidInput', {
    userMessage: messages[problem],
    problems: [{ path, code: `password.${problem}`, message: messages[problem] }],
  })
}
