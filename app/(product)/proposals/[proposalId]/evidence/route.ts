import { z } from 'zod'
import { isPermitted } from '@/domain/access/permissions.ts'
import { AppError } from '@/domain/errors/app-error.ts'
import { errorCodes } from '@/domain/errors/error-codes.ts'
import { largestFileBytes } from '@/domain/proposals/evidence.ts'
import { findSignedIn, isForeignRequest } from '@/server/access/access.ts'
import { addFile } from '@/server/proposals/proposals.ts'

const nameSchema = z
  .string()
  .max(2_000)
  .transform((text, context) => {
    try {
      return decodeURIComponent(text)
    } catch (cause) {
      if (!(cause instanceof URIError)) throw cause
      context.addIssue({ code: 'custom', message: 'Not an encoded name' })
      return z.NEVER
    }
  })

/** Attaches the body as a file to an own draft; its name is in `x-file-name`, since addresses end up in logs. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ proposalId: string }> },
): Promise<Response> {
  try {
    const signedIn = await findSignedIn(request.headers)
    if (signedIn === null) throw new AppError('unauthenticated', { userMessage: 'Please sign in.' })
    if (!isPermitted(signedIn.role, 'proposals.write') || isForeignRequest(request.headers))
      throw new AppError('forbidden', { userMessage: 'You may not attach files.' })
    const proposalId = z.uuid().safeParse((await params).proposalId)
    const name = nameSchema.safeParse(request.headers.get('x-file-name') ?? '')
    if (!proposalId.success || !name.success)
      throw new AppError('invalidInput', { userMessage: 'The file needs a name.' })
    const bytes = await readBytes(request)
    const added = await addFile(
      { proposalId: proposalId.data, name: name.data, bytes },
      { signedIn, now: Date.now(), requestId: crypto.randomUUID() },
    )
    return Response.json(added, { status: 201 })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, userMessage, details } = error
    return Response.json(
      { appCode: code, message: userMessage, details },
      { status: errorCodes[code].status },
    )
  }
}

/** The body, given up as soon as it is larger than a file may be. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.length
    if (length > largestFileBytes) {
      throw new AppError('tooLarge', {
        userMessage: 'This file is larger than 5 MB. Attach the part that matters, or link the recording.',
      })
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
