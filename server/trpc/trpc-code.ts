import { type TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import { type ErrorCode } from '../../domain/errors/error-codes.ts'

const trpcCodes = {
  invalidInput: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  methodNotAllowed: 'METHOD_NOT_SUPPORTED',
  conflict: 'CONFLICT',
  stillRunning: 'CONFLICT',
  gone: 'NOT_FOUND',
  tooLarge: 'PAYLOAD_TOO_LARGE',
  unsupportedMediaType: 'UNSUPPORTED_MEDIA_TYPE',
  idempotencyMismatch: 'UNPROCESSABLE_CONTENT',
  unprocessable: 'UNPROCESSABLE_CONTENT',
  tooManyRequests: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ErrorCode, TRPC_ERROR_CODE_KEY>

/** tRPC's word for one of our codes. */
export function trpcCodeOf(code: ErrorCode): TRPC_ERROR_CODE_KEY {
  return trpcCodes[code]
}
