import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '../../../domain/errors/app-error.ts'
import { cleanTyped } from '../../../domain/personal-data/clean-typed.ts'
import { stripImageMetadata } from '../../../domain/personal-data/strip-image-metadata.ts'
import { type EvidenceType, evidenceTypes, largestFileBytes } from '../../../domain/proposals/evidence.ts'

/** A file as it is kept: of a known type by its content, without metadata; of a text its text. */
export type EvidenceFile =
  | { readonly contentType: 'image/png' | 'image/jpeg'; readonly content: Uint8Array }
  | { readonly contentType: 'text/plain'; readonly text: string }

/**
 * Looks at what a file really is. Archives are refused before anything is unpacked, so that a small file cannot grow.
 * Throws `tooLarge`, and `unsupportedMediaType` for every other type, for names that say something else than the content,
 * and for pictures that are broken or enormous.
 */
export async function readEvidenceFile(bytes: Uint8Array, name: string): Promise<EvidenceFile> {
  if (bytes.length > largestFileBytes)
    throw new AppError('tooLarge', { userMessage: tooLargeWords, details: { reason: 'tooLarge' } })
  const contentType = await typeOf(bytes)
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (!(evidenceTypes[contentType] as readonly string[]).includes(ending)) {
    refuse(
      'nameLies',
      `The name says .${ending || '?'}, the content is ${contentType}. Save it under its own type and attach it again.`,
      { ending: ending || '?', contentType },
    )
  }
  if (contentType === 'text/plain') return { contentType, text: cleanTyped(decode(bytes)) }
  const content = stripImageMetadata(bytes, contentType)
  if (!content)
    refuse(
      'brokenPicture',
      'This picture is broken or far too large. Take a screenshot of what matters and attach that.',
    )
  return { contentType, content }
}

const tooLargeWords = 'This file is larger than 5 MB. Attach the part that matters, or link the recording.'
const accepted = 'Attach a screenshot (PNG, JPEG) or plain text; link recordings and documents instead.'

async function typeOf(bytes: Uint8Array): Promise<EvidenceType> {
  if (bytes.length === 0) refuse('emptyFile', `This file is empty. ${accepted}`)
  if (isArchive(bytes)) refuse('archive', `Archives and office files are not taken. ${accepted}`)
  const found = (await fileTypeFromBuffer(bytes.subarray(0, 4_100)))?.mime
  if (found === 'image/png' || found === 'image/jpeg') return found
  if (found === undefined && isPlainText(bytes)) return 'text/plain'
  refuse(
    'otherKind',
    `This kind of file is not taken${found === undefined ? '' : ` (${found})`}. ${accepted}`,
  )
}

/** Zip with all that is built on it, gzip, bzip2, xz, 7z, rar, zstd: by their first bytes, nothing is opened. */
const archives = ['504b', '1f8b', '425a68', 'fd377a58', '377abc', '526172', '28b52ffd']

function isArchive(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return archives.some((signature) => start.startsWith(signature))
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = decode(bytes)
    return (
      !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !/^\s*<(?:!doctype|html|svg|\?xml|script)/i.test(text)
    )
  } catch (cause) {
    if (cause instanceof TypeError) return false
    throw cause
  }
}

/** UTF-8 or nothing: a TypeError says that it is something else. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

function refuse(reason: string, userMessage: string, facts: Readonly<Record<string, string>> = {}): never {
  throw new AppError('unsupportedMediaType', { userMessage, details: { reason, ...facts } })
}
