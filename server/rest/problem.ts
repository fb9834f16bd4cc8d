import { AppError } from '../../domain/errors/app-error.ts'
import { errorCodes } from '../../domain/errors/error-codes.ts'
import { logFailure } from '../observability/log.ts'

/** RFC 9457, with the product's code, the request's id and what to change. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly requestId: string
  readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[]
}

/** What the sender is told of an error; what nobody expected is logged with its causes and told without them. */
export function toProblem(error: unknown, requestId: string): Problem & Readonly<Record<string, unknown>> {
  const known = error instanceof AppError ? error : null
  const code = known?.code ?? 'internal'
  const { status, title } = errorCodes[code]
  if (status >= 500) logFailure(error, { requestId })
  return {
    // Members of RFC 9457 win over a detail of the same name: `status` is HTTP's here, whatever the subject calls its own.
    ...known?.details,
    type: `/docs/api#${code}`,
    title,
    status,
    detail:
      known?.userMessage ??
      'Something went wrong on our side. Send the request again; if it stays so, tell us the request id.',
    code,
    requestId,
    errors: known?.problems ?? [],
  }
}

export function problemResponse(error: unknown, requestId: string): Response {
  const problem = toProblem(error, requestId)
  const headers = new Headers({ 'content-type': 'application/problem+json', 'x-request-id': requestId })
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer realm="worth-asking"')
  if (
    problem.code === 'stillRunning' ||
    problem.code === 'unavailable' ||
    problem.code === 'tooManyRequests'
  ) {
    headers.set('retry-after', String(problem.retryAfterSeconds ?? 1))
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
