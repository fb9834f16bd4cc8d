import { isUtf8 } from 'node:buffer'
import { AppError } from '../../domain/errors/app-error.ts'

export const jsonBytesAtMost = 1024 * 1024
export const ndjsonBytesAtMost = 32 * 1024 * 1024

/** Throws `unsupportedMediaType` when the body is not said to be one of `types`. */
export function requireContentType(request: Request, types: readonly string[]): void {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='))
  if (types.includes(type.trim()) && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))) return
  throw new AppError('unsupportedMediaType', {
    userMessage: `Send the body as ${types[0]} in UTF-8, and say so in Content-Type.`,
  })
}

/**
 * The body in chunks, unpacked when it is gzip. Fails with `tooLarge` as soon as more than `bytesAtMost` have come (unpacked), with
 * `unsupportedMediaType` for another encoding, with `invalidInput` when the gzip is damaged or cut off.
 */
export async function* readBytes(request: Request, bytesAtMost: number): AsyncGenerator<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > bytesAtMost) throw tooLarge(bytesAtMost)
  if (request.body === null) return
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  let stream: ReadableStream<Uint8Array> = request.body
  if (encoding === 'gzip' || encoding === 'x-gzip') {
    stream = stream.pipeThrough(
      new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>,
    )
  } else if (encoding !== 'identity') {
    throw new AppError('unsupportedMediaType', {
      userMessage: `The Content-Encoding ${encoding} is not understood; send the body plain or as gzip.`,
    })
  }
  const reader = stream.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      bytes += value.byteLength
      if (bytes > bytesAtMost) throw tooLarge(bytesAtMost)
      yield value
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    if (encoding === 'identity') throw brokenOff(cause)
    throw new AppError('invalidInput', {
      userMessage: 'The gzip body is damaged or cut off. Pack it again and send all of it.',
      cause,
      problems: [{ path: '', code: 'damagedGzip', message: 'The body cannot be unpacked to its end.' }],
    })
  } finally {
    // Nobody waits: a sender who is still busy sending must not keep the answer back.
    void reader.cancel().catch(() => undefined)
  }
}

/** The whole body as text, at most 1 MB. Throws as `readBytes` does, and `invalidInput` for bytes that are not UTF-8. */
export async function readText(request: Request, bytesAtMost = jsonBytesAtMost): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of readBytes(request, bytesAtMost)) chunks.push(chunk)
  return toText(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
}

export function toText(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  throw new AppError('invalidInput', {
    userMessage: 'The body is not UTF-8.',
    problems: [{ path: '', code: 'notUtf8', message: 'The bytes are not UTF-8.' }],
  })
}

function brokenOff(cause: unknown): AppError {
  return new AppError('invalidInput', {
    userMessage: 'The sender broke off before the end of the body.',
    cause,
  })
}

function tooLarge(bytesAtMost: number): AppError {
  return new AppError('tooLarge', {
    userMessage: `The body may have at most ${bytesAtMost / 1024 / 1024} MB. Send it in smaller parts.`,
  })
}
