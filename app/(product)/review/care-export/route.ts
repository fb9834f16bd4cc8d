import { isPermitted } from '@/domain/access/permissions.ts'
import { AppError } from '@/domain/errors/app-error.ts'
import { errorCodes } from '@/domain/errors/error-codes.ts'
import { isCareMetricKey } from '@/domain/metrics/care/care-metrics.ts'
import { parseScope, scopeQuery } from '@/domain/metrics/scope.ts'
import { findSignedIn } from '@/server/access/access.ts'
import { careParts, csvDialects, exportCareRows } from '@/server/analytics/analytics.ts'
import { findExportPage } from '@/server/exports/exports.ts'

/** The rows behind a figure of handoffs or cases as a file; a large one is made in the background. Asked for by whoever may export. */
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
  const query = new URL(request.url).searchParams
  const { metric = '', part, dialect, turn, age, ...texts } = Object.fromEntries(query)
  if (!isCareMetricKey(metric)) {
    throw new AppError('notFound', { userMessage: 'There is no such metric of handoffs or cases.' })
  }
  const filter = query.getAll('filter')
  const scope = parseScope({ ...texts, ...(filter.length > 0 && { filter }) })
  const asked = {
    part: careParts.find((known) => known === part) ?? 'counted',
    dialect: csvDialects.find((known) => known === dialect) ?? 'plain',
  }
  const cell = { turn: turn ?? null, age: age !== undefined && /^\d$/.test(age) ? Number(age) : null }
  const now = Date.now()
  const page = await findExportPage({ of: 'care', metric, query: scopeQuery(scope), ...asked, ...cell }, now)
  if (page !== null) return new Response(null, { status: 303, headers: { location: page } })
  const body = await exportCareRows(metric, scope, { now, ...asked, cell })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="worth-asking-${metric}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
