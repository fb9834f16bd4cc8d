import { createHash } from 'node:crypto'
import { AppError } from '../../domain/errors/app-error.ts'
import { createTransactionCollector } from '../../domain/imports/collect-transactions.ts'
import { type ImportedTransaction } from '../../domain/imports/imported-transaction.ts'
import { type Mapping } from '../../domain/imports/mapping.ts'
import { createRowReader, missingColumns, type RowReader } from '../../domain/imports/read-row.ts'
import { type Reject } from '../../domain/imports/reject-reason.ts'
import { readCsv } from './read-csv.ts'

export interface FileContent {
  /** In event-time order. */
  readonly transactions: ImportedTransaction[]
  readonly rejects: Reject[]
  readonly rowsRead: number
  /** Of the unpacked content and of the mapping: the same for the same import. */
  readonly hash: Buffer
}

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
  const collector = createTransactionCollector(mapping.channel)
  const rejects: Reject[] = []
  let readRow: RowReader | null = null
  const { hash: contentHash, records } = await readCsv(file, {
    delimiter: mapping.delimiter,
    onBytes: options.onBytes,
    take: (record, line) => {
      if (readRow === null) {
        refuseHeader(file, mapping, record)
        readRow = createRowReader(mapping, record, options.now)
        return
      }
      const row = readRow(record, line)
      const problem = 'code' in row ? row : collector.add(row)
      if (problem !== null) {
        rejects.push({ line, ...problem, excerpt: record.join(mapping.delimiter).slice(0, excerptLength) })
      }
    },
  })
  if (records === 0) throw refuse(`${file} has no header.`)
  const hash = createHash('sha256').update(JSON.stringify(mapping)).update(contentHash).digest()
  return { transactions: collector.finish(), rejects, rowsRead: records - 1, hash }
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

function refuse(userMessage: string): AppError {
  return new AppError('invalidInput', { userMessage })
}
