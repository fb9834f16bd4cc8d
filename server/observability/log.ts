import pino from 'pino'
import { AppError } from '../../domain/errors/app-error.ts'

/** The log of this process: JSON lines on standard error, never a body, a secret or a customer's reference. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? 'info',
    base: { service: 'worth-asking' },
    redact: [
      'password',
      'secret',
      'token',
      'authorization',
      '*.password',
      '*.secret',
      '*.token',
      '*.authorization',
    ],
  },
  pino.destination({ fd: 2, sync: false }),
)

/** Logs something that should not have happened, with every cause down to the first. */
export function logFailure(error: unknown, facts: Readonly<Record<string, unknown>>): void {
  const code = error instanceof AppError ? error.code : undefined
  log.error({ err: error, code, ...facts }, error instanceof Error ? error.message : String(error))
}
