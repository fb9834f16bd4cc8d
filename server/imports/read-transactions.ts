import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { AppError } from '../../domain/errors/app-error.ts'
import { createTransactionCollector } from '../../domain/imports/collect-transactions.ts'
import { type ImportedTransaction } from '../../domain/imports/imported-transaction.ts'
import { type Mapping } from '../../domain/imports/mapping.ts'
import { createRowReader, missingColumns, type RowReader } from '../../domain/imports/read-row.ts'
import { type Reject } from '../../domain/imports/reject-reason.ts'
import { openText } from './open-text.ts'

export interface FileContent {
  /** In event-time order. */
  readonly transactions: ImportedTransaction[]
  readonly rejects: Reject[]
  readonly rowsRead: number
  /** Of the unpacked content and of the mapping: the same for the same import. */
  readonly hash: Buffer
}

const longestRecord = 1 << 16
const excerptLength = 160

/**
 * Reads and understands a whole file before anything is stored, so that a file that cannot be read to its end leaves nothing
 * behind. Holds the transactions in memory (about 250 bytes a line). `now` in epoch milliseconds. Throws `invalidInput`
 * for a wrong header, a truncated or damaged file and an unclosed quotation mark, naming the line.
 */
export async function readTransactions(
  file: string,
  mapping: Mapping,
  options: { readonly now: number; readonly onBytes?: (read: number, total: number) => void },
): Promise<FileContent> {
  const text = await openText(file)
  const collector = createTransactionCollector(mapping.channel)
  const rejects: Reject[] = []
  let readRow: RowReader | null = null
  let rowsRead = 0
  let line = 0
  const take = (record: string[], lines: number) => {
    // A record's line is where it ends; quoted line breaks are rare and the end is what an editor finds as well.
    line = lines
    if (readRow === null) {
      refuseHeader(file, mapping, record)
      readRow = createRowReader(mapping, record, options.now)
      return
    }
    rowsRead++
    if (rowsRead % 10_000 === 0) options.onBytes?.(text.bytesRead(), text.bytesTotal)
    const row = readRow(record, lines)
    const problem = 'code' in row ? row : collector.add(row)
    if (problem !== null) {
      rejects.push({
        line: lines,
        ...problem,
        excerpt: record.join(mapping.delimiter).slice(0, excerptLength),
      })
    }
  }
  const parser = parse({
    bom: true,
    delimiter: mapping.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    on_record: (record: string[], { lines }) => {
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
  if (readRow === null) throw refuse(`${file} has no header.`)
  const hash = createHash('sha256').update(JSON.stringify(mapping)).update(text.hash.digest()).digest()
  return { transactions: collector.finish(), rejects, rowsRead, hash }
}

function refuseHeader(file: string, mapping: Mapping, header: readonly string[]) {
  const missing = missingColumns(mapping, header)
  if (missing.length === 0) return
  throw refuse(
    `${file} is not what "${mapping.name}" expects: its header lacks ${missing.join(', ')}. It has ${header
      .slice(0, 20)
      .map((name) => JSON.stringify(name.slice(0, 40)))
      .join(', ')}. Choose another preset, or write a mapping (docs/imports.md).`,
  )
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
