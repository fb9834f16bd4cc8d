import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { type SignedIn } from '../../domain/access/actor.ts'
import { type Action, isPermitted } from '../../domain/access/permissions.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { errorCodes } from '../../domain/errors/error-codes.ts'
import { toActor } from '../access/to-actor.ts'
import { logFailure } from '../observability/log.ts'
import { type Context } from './context.ts'
import { describeInputProblems } from './describe-input-problems.ts'
import { trpcCodeOf } from './trpc-code.ts'

interface Meta {
  readonly permission: Action | { readonly open: string }
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: superjson,
    errorFormatter({ shape, error, ctx }) {
      const app = error.cause instanceof AppError ? error.cause : null
      const problems = app?.problems ?? describeInputProblems(error.cause)
      return {
        ...shape,
        message:
          app?.userMessage ??
          (problems.length > 0 ? errorCodes.invalidInput.title : errorCodes.internal.title),
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          appCode: app?.code ?? (problems.length > 0 ? 'invalidInput' : 'internal'),
          problems,
          details: app?.details ?? {},
          requestId: ctx?.requestId ?? null,
        },
      }
    },
  })

/** Turns what the server throws into tRPC's errors; what nobody expected is logged with its cause and told without it. */
const translateErrors = t.middleware(async ({ next, ctx, path }) => {
  const result = await next()
  if (result.ok) return result
  const { cause } = result.error
  if (cause instanceof AppError)
    throw new TRPCError({ code: trpcCodeOf(cause.code), message: cause.userMessage, cause })
  if (result.error.code === 'INTERNAL_SERVER_ERROR')
    logFailure(cause ?? result.error, { path, requestId: ctx.requestId })
  return result
})

const base = t.procedure.use(translateErrors)

/** The only way to make a procedure that not everybody may call. A change that somebody's role does not allow is refused and audited. */
export function permitted(action: Action) {
  return base.meta({ permission: action }).use(async ({ ctx, next, path, type }) => {
    const signedIn = requireSignedIn(ctx)
    if (!isPermitted(signedIn.role, action)) {
      if (type === 'mutation') {
        const { requestId } = ctx
        // Loaded when it is needed: what makes procedures waits for no database.
        const { auditForbidden } = await import('../audit/audit-forbidden.ts')
        await auditForbidden({
          ...{ actor: toActor(signedIn), path, permission: action, at: ctx.now(), requestId },
        })
      }
      throw new AppError('forbidden', {
        message: `${signedIn.role} may not ${action}`,
        userMessage: 'Your role does not allow this. Ask an administrator if it should.',
      })
    }
    return next({ ctx: { ...ctx, signedIn } })
  })
}

/**
 * The only way to make a procedure that everybody may call, with the reason said aloud. None is open today.
 * @public
 */
export function open(reason: string) {
  return base.meta({ permission: { open: reason } })
}

export const { router, createCallerFactory } = t

function requireSignedIn(ctx: Context): SignedIn {
  if (!ctx.signedIn) throw new AppError('unauthenticated', { userMessage: 'Please sign in.' })
  return ctx.signedIn
}
