import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '@/domain/errors/app-error.ts'
import { errorCodes } from '@/domain/errors/error-codes.ts'
import { findSignedIn } from '@/server/access/access.ts'
import { openExport } from '@/server/exports/exports.ts'
import { logFailure } from '@/server/observability/log.ts'

/** An own finished file as a download. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ exportId: string }> },
): Promise<Response> {
  try {
    const signedIn = await findSignedIn(request.headers)
    if (signedIn === null) throw new AppError('unauthenticated', { userMessage: 'Please sign in.' })
    const exportId = z.uuid().safeParse((await params).exportId)
    if (!exportId.success) throw new AppError('notFound', { userMessage: 'There is no such file.' })
    const change = { signedIn, now: Date.now(), requestId: randomUUID() }
    const { fileName, texts } = await openExport(exportId.data, change)
    return new Response(streamOf(texts), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return new Response(error.userMessage, { status: errorCodes[error.code].status })
  }
}

function streamOf(texts: AsyncGenerator<Buffer, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const piece = await texts.next()
        if (piece.done === true) controller.close()
        else controller.enqueue(new Uint8Array(piece.value))
      } catch (error) {
        logFailure(error, { route: 'exports' })
        controller.error(error)
      }
    },
    async cancel() {
      await texts.return()
    },
  })
}
