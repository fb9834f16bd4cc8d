import { z } from 'zod'
import { isPermitted } from '@/domain/access/permissions.ts'
import { AppError } from '@/domain/errors/app-error.ts'
import { errorCodes } from '@/domain/errors/error-codes.ts'
import { findSignedIn } from '@/server/access/access.ts'
import { getFile } from '@/server/proposals/proposals.ts'

/** An evidence file as a download, never shown inside the product: the browser must not interpret what somebody sent. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ evidenceId: string }> },
): Promise<Response> {
  try {
    const signedIn = await findSignedIn(request.headers)
    if (signedIn === null) throw new AppError('unauthenticated', { userMessage: 'Please sign in.' })
    if (!isPermitted(signedIn.role, 'proposals.read'))
      throw new AppError('forbidden', { userMessage: 'Your role does not allow this.' })
    const evidenceId = z.uuid().safeParse((await params).evidenceId)
    if (!evidenceId.success)
      throw new AppError('notFound', { userMessage: 'There is no such file, or not for you.' })
    const { name, contentType, content } = await getFile(evidenceId.data, signedIn)
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': contentType === 'text/plain' ? 'text/plain; charset=utf-8' : contentType,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percentEncode)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return new Response(error.userMessage, { status: errorCodes[error.code].status })
  }
}

/** The four that `encodeURIComponent` leaves alone and RFC 8187 does not allow. */
function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
