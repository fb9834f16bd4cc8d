import { isPermitted } from '@/domain/access/permissions.ts'
import { AppError } from '@/domain/errors/app-error.ts'
import { errorCodes } from '@/domain/errors/error-codes.ts'
import { rowKindSchema } from '@/domain/metrics/row-list-schema.ts'
import { parseScope, scopeQuery } from '@/domain/metrics/scope.ts'
import { findSignedIn } from '@/server/access/access.ts'
import { csvDialects, exportRows } from '@/server/analytics/analytics.ts'
import { findExportPage } from '@/server/exports/exports.ts'
import { logFailure } from '@/server/observability/log.ts'

/** The rows behind a figure as a file, streamed; a large one is made in the background. Asked for by whoever may export. */
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
  const { rows, dialect, ...texts } = Object.fromEntries(query)
  const filter = query.getAll('filter')
  const kind = rowKindSchema.catch('alerts').parse(rows)
  const scope = parseScope({ ...texts, ...(filter.length > 0 && { filter }) })
  const asked = {
    now: Date.now(),
    dialect: csvDialects.find((known) => known === dialect) ?? 'plain',
  } as const
  const question = { of: 'rows', list: kind, query: scopeQuery(scope), dialect: asked.dialect } as const
  const page = await findExportPage(question, asked.now)
  if (page !== null) return new Response(null, { status: 303, headers: { location: page } })
  const lines = exportRows(kind, scope, asked)
  // The first piece is asked for here, so that what cannot be answered is a problem and not a broken file.
  const first = await lines.next()
  return new Response(streamOf(first, lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="worth-asking-${kind}.csv"`,
      'cache-control': 'no-store',
    },
  })
}

function streamOf(
  first: IteratorResult<string, void>,
  lines: AsyncGenerator<string, void, undefined>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next: IteratorResult<string, void> | null = first
  return new ReadableStream({
    async pull(controller) {
      try {
        const piece = next ?? (await lines.next())
        next = null
        if (piece.done === true) controller.close()
        else controller.enqueue(encoder.encode(piece.value))
      } catch (error) {
        logFailure(error, { route: 'alerts/export' })
        controller.error(error)
      }
    },
    async cancel() {
      await lines.return()
    },
  })
}
