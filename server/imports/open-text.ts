import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { type Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { AppError } from '../../domain/errors/app-error.ts'

/** A file as text bytes, unpacked where it is gzip. */
export interface OpenText {
  /** The streams to put before the parser, in order. */
  readonly streams: readonly [Readable, ...Transform[]]
  readonly bytesTotal: number
  /** Bytes of the file (packed, where it is gzip) read so far. */
  bytesRead(): number
  /** Of the unpacked content; complete once the streams have ended. */
  readonly hash: Hash
}

/** Throws `notFound` or `invalidInput` that say what to do for what is no CSV file: absent, a folder, empty, a ZIP or binary. */
export async function openText(file: string): Promise<OpenText> {
  const bytesTotal = await measure(file)
  const head = await readHead(file)
  const packed = head[0] === 0x1f && head[1] === 0x8b
  if (head.subarray(0, 2).toString() === 'PK') {
    throw refuse(`${file} is a ZIP archive or a spreadsheet. Save it as CSV, or unpack it, and import that.`)
  }
  if (!packed && head.includes(0)) {
    throw refuse(`${file} is not text: it holds bytes that no CSV file holds. Save it as CSV in UTF-8.`)
  }
  const source = createReadStream(file, { highWaterMark: 1 << 18 })
  const hash = createHash('sha256')
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return {
    streams: packed ? [source, createGunzip(), tap] : [source, tap],
    bytesTotal,
    bytesRead: () => source.bytesRead,
    hash,
  }
}

async function measure(file: string): Promise<number> {
  try {
    const found = await stat(file)
    if (!found.isFile()) throw refuse(`${file} is not a file. Name the CSV file itself.`)
    if (found.size === 0) throw refuse(`${file} is empty.`)
    return found.size
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('notFound', {
      userMessage: `${file} cannot be opened (${(cause as Error).message}). Check the path.`,
      cause,
    })
  }
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function refuse(userMessage: string): AppError {
  return new AppError('invalidInput', { userMessage })
}
