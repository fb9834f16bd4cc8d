import type { ErrorCode } from './error-codes.ts'

/** One thing wrong with one part of an input: where (`lines.0.quantity`), which rule, and what to do about it. */
export interface InputProblem {
  readonly path: string
  readonly code: string
  readonly message: string
}

/**
 * The only error that the domain and the server throw on purpose. `code` is one of the table in `error-codes.ts`;
 * `message` is for logs and developers; `userMessage` is safe to show and says what to do. Only the transports
 * (REST, tRPC, commands) know what a code means to HTTP or to an exit status.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly userMessage: string
  readonly problems: readonly InputProblem[]
  /** What the caller needs to go on, for instance the current state after a conflict. Never personal data. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    options: {
      message?: string
      userMessage: string
      cause?: unknown
      problems?: readonly InputProblem[]
      details?: Readonly<Record<string, unknown>>
    },
  ) {
    super(options.message ?? options.userMessage, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.userMessage = options.userMessage
    this.problems = options.problems ?? []
    this.details = options.details ?? {}
  }
}
