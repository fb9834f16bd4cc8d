import { z } from 'zod'
import { isPermitted } from '@/domain/access/permissions.ts'
import { AppError } from '@/domain/errors/app-error.ts'
import { errorCodes } from '@/domain/errors/error-codes.ts'
import { purposeSchema } from '@/domain/proposals/own-words.ts'
import { findSignedIn, isForeignRequest } from '@/server/access/access.ts'
import { getFile, openPicture } from '@/server/proposals/proposals.ts'

interface Address {
  readonly params: Promise<{ evidenceId: string }>
}

/** An evidence file as a download, never shown inside the product: the browser must not interpret what somebody sent. */
export function GET(request: Request, { params }: Address): Promise<Response> {
  return answer(async () => {
    const signedIn = await requireReader(request)
    return getFile(await requireId(params), signedIn)
  })
}

/** Somebody else's picture, for the purpose in the body (`{"purpose": "..."}`). */
export function POST(request: Request, { params }: Address): Promise<Response> {
  return answer(async () => {
    const signedIn = await requireReader(request)
    if (isForeignRequest(request.headers))
      throw new AppError('forbidden', { userMessage: 'Open the picture from its proposal.' })
    const stated = z.object({ purpose: purposeSchema }).safeParse(await readJson(request))
    if (!stated.success)
      throw new AppError('invalidInput', { userMessage: 'Say in a few words what you open it for.' })
    return openPicture(
      { evidenceId: await requireId(params), purpose: stated.data.purpose },
      { signedIn, now: Date.now(), requestId: crypto.randomUUID() },
    )
  })
}

async function requireReader(request: Request) {
  const signedIn = await findSignedIn(request.headers)
  if (signedIn === null) throw new AppError('unauthenticated', { userMessage: 'Please sign in.' })
  if (!isPermitted(signedIn.role, 'proposals.read'))
    throw new AppError('forbidden', { userMessage: 'Your role does not allow this.' })
  return signedIn
}

async function requireId(params: Address['params']): Promise<string> {
  const evidenceId = z.uuid().safeParse((await params).evidenceId)
  if (evidenceId.success) return evidenceId.data
  throw new AppError('notFound', { userMessage: 'There is no such file, or not for you.' })
}

/** What is no JSON says no purpose. */
async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new AppError('invalidInput', { userMessage: 'Say in a few words what you open it for.', cause })
  }
}

async function answer(load: () => ReturnType<typeof getFile>): Promise<Response> {
  try {
    const { name, contentType, content } = await load()
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
    const { code, userMessage, details } = error
    return Response.json(
      { appCode: code, message: userMessage, details },
      { status: errorCodes[code].status },
    )
  }
}

/** The four that `encodeURIComponent` leaves alone and RFC 8187 does not allow. */
function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
