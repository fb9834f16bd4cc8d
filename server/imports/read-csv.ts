import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { AppError } from '../../domain/errors/app-error.ts'
import { openText } from './open-text.ts'

export interface CsvReading {
  readonly delimiter: string
  /** Called for every record, the header first, with the line on which it ends. */
  readonly take: (record: string[], line: number) => void
  readonly onBytes?: (read: number, total: number) => void
}

const longestRecord = 1 << 16
const reportEvery = 10_000

/**
 * Reads a CSV file to its end, unpacking gzip. Answers the hash of the unpacked content and how many records there were, the header
 * included. Throws `invalidInput` for a truncated or damaged file and an unclosed quotation mark, naming the line, and
 * what `take` throws.
 */
export async function readCsv(
  file: string,
  { delimiter, take, onBytes }: CsvReading,
): Promise<{ readonly hash: Buffer; readonly records: number }> {
  const text = await openText(file)
  let line = 0
  let records = 0
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    on_record: (record: string[], { lines }) => {
      // A record's line is where it ends; quoted line breaks are rare and the end is what an editor finds as well.
      line = lines
      records++
      if (records % reportEvery === 0) onBytes?.(text.bytesRead(), text.bytesTotal)
      take(record, lines)
      return null
    },
  })
  parser.resume()
  try {
    await pipeline([...text.streams, parser])
  } catch (cause) {
    throw cause instanceof AppError ? cause : explain(file, line, cause)
  }
  return { hash: text.hash.digest(), records }
}

function explain(file: string, line: number, cause: unknown): AppError {
  const code = (cause as { code?: unknown }).code
  if (code === 'Z_BUF_ERROR') {
    return refuse(
      `${file} is cut off: it can be read up to line ${line}, then the gzip data end early. Nothing was stored. Get the file again.`,
      cause,
    )
  }
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return refuse(
      `${file} is damaged: it can be read up to line ${line}. Nothing was stored. Get the file again.`,
      cause,
    )
  }
  if (cause instanceof CsvError) {
    return refuse(
      `${file} cannot be read after line ${line}: a quotation mark is not closed, or a record is longer than ${longestRecord / 1024} kB. Nothing was stored. Correct that line.`,
      cause,
    )
  }
  return new AppError('unavailable', {
    userMessage: `${file} cannot be read after line ${line} (${(cause as Error).message}). Nothing was stored.`,
    cause,
  })
}

function refuse(userMessage: string, cause?: unknown): AppError {
  return new AppError('invalidInput', { userMessage, cause })
}
