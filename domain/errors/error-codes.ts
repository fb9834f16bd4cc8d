/**
 * Every error that a caller can meet, with the HTTP status that REST and tRPC answer. A new kind of error is one line here.
 * Outside somebody's scope is `notFound`; inside it but not allowed is `forbidden`.
 */
export const errorCodes = {
  invalidInput: { status: 400, title: 'The input is not valid' },
  unauthenticated: { status: 401, title: 'Sign in or send a key' },
  forbidden: { status: 403, title: 'Not allowed' },
  notFound: { status: 404, title: 'Not found' },
  methodNotAllowed: { status: 405, title: 'Not with this method' },
  conflict: { status: 409, title: 'Changed meanwhile' },
  stillRunning: { status: 409, title: 'The same request is still running' },
  gone: { status: 410, title: 'No longer available' },
  tooLarge: { status: 413, title: 'Too large' },
  unsupportedMediaType: { status: 415, title: 'Unsupported content type' },
  idempotencyMismatch: { status: 422, title: 'Same key, other body' },
  unprocessable: { status: 422, title: 'Understood, but not possible' },
  tooManyRequests: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available right now' },
  internal: { status: 500, title: 'Something went wrong' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof errorCodes
