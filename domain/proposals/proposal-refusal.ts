import { AppError } from '../errors/app-error.ts'

/** A move that the proposal's present state does not allow; carries the state, so that whoever saw an older one can show it. */
export function refuse(userMessage: string, details: Readonly<Record<string, unknown>> = {}): never {
  throw new AppError('conflict', { userMessage, details })
}

/** A move that no state would allow: the input contradicts itself or the promise that everybody gets an answer. */
export function refuseInput(path: string, userMessage: string, code = 'impossible'): never {
  throw new AppError('unprocessable', {
    userMessage,
    problems: [{ path, code, message: userMessage }],
  })
}
