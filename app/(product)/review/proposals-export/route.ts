import { isPermitted } from '@/domain/access/permissions.ts'
import { reviewChoiceSchema } from '@/domain/effects/review-choice.ts'
import { AppError } from '@/domain/errors/app-error.ts'
import { errorCodes } from '@/domain/errors/error-codes.ts'
import { parseScope } from '@/domain/metrics/scope.ts'
import { findSignedIn } from '@/server/access/access.ts'
import { csvDialects } from '@/server/analytics/analytics.ts'
import { exportReview } from '@/server/effects/effects.ts'

/** The proposals of Review > Proposals as a file; asked for by whoever may export. */
export async function GET(request: Request): Promise<Response> {
  try {
    return await answer(request)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return new Response(error.userMessage, { status: errorCodes[error.code].status })
  }
}

async function answer(request: Request): Promise<Response> {
  const person = await findSignedIn(request.headers)
  if (person === null) throw new AppError('unauthenticated', { userMessage: 'Please sign in.' })
  if (!isPermitted(person.role, 'analytics.export')) {
    throw new AppError('forbidden', { userMessage: 'Your role does not allow exports.' })
  }
  const { dialect, stage, desk, impact, effort, ...texts } = Object.fromEntries(
    new URL(request.url).searchParams,
  )
  const choice = reviewChoiceSchema.safeParse({ stage, desk, impact, effort })
  if (!choice.success) throw new AppError('invalidInput', { userMessage: 'This choice cannot be read.' })
  const body = await exportReview(parseScope(texts), choice.data, {
    signedIn: person,
    now: Date.now(),
    dialect: csvDialects.find((known) => known === dialect) ?? 'plain',
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="worth-asking-proposals.csv"',
      'cache-control': 'no-store',
    },
  })
}
