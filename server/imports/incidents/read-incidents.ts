import { createHash } from 'node:crypto'
import { type CaseLog } from '../../../domain/cases/log/case-log.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type CaseLogMapping } from '../../../domain/imports/case-log-mapping.ts'
import { createInstantReader } from '../../../domain/imports/instant-reader.ts'
import { incidentLog } from '../../../domain/imports/incident-log.ts'
import {
  createIncidentRowReader,
  type IncidentRow,
  missingIncidentColumns,
} from '../../../domain/imports/incident-row.ts'
import { type Reject } from '../../../domain/imports/reject-reason.ts'
import { servicenowIncidents } from '../../../domain/imports/servicenow-incidents.ts'
import { readCsv } from '../read-csv.ts'

export interface IncidentFile {
  /** In the order in which the incidents first appear in the file. */
  readonly incidents: readonly CaseLog[]
  readonly rejects: readonly Reject[]
  readonly rowsRead: number
  readonly hash: Buffer
}

/** Grows when the same file would become other rows; part of what makes a file "already imported". */
const mappingVersion = 1
const excerptLength = 160

/**
 * Reads a log of cases and understands it whole before anything is stored.
 * Throws `invalidInput` for a wrong header and for what cannot be read to its end.
 */
export async function readIncidents(
  file: string,
  mapping: CaseLogMapping,
  onBytes?: (read: number, total: number) => void,
): Promise<IncidentFile> {
  const rowsOf = new Map<string, IncidentRow[]>()
  const rejects: Reject[] = []
  let readRow: ReturnType<typeof createIncidentRowReader> | null = null
  const { hash, records } = await readCsv(file, {
    delimiter: mapping.delimiter,
    onBytes,
    take: (record, line) => {
      if (readRow === null) {
        refuseHeader(file, record, mapping)
        readRow = createIncidentRowReader(
          record,
          mapping,
          createInstantReader(mapping.zone, mapping.timeFormat),
        )
        return
      }
      const row = readRow(record, line)
      if ('code' in row) {
        rejects.push({ line, ...row, excerpt: record.join(',').slice(0, excerptLength) })
        return
      }
      const rows = rowsOf.get(row.number)
      if (rows === undefined) rowsOf.set(row.number, [row])
      else rows.push(row)
    },
  })
  if (records === 0) throw new AppError('invalidInput', { userMessage: `${file} has no header.` })
  return {
    incidents: [...rowsOf.values()].map((rows) => incidentLog(rows, mapping)),
    rejects,
    rowsRead: records - 1,
    hash: createHash('sha256').update(identityOf(mapping)).update(hash).digest(),
  }
}

/** A preset is known by its name, a mapping file by all that it says. */
function identityOf(mapping: CaseLogMapping): string {
  if (mapping.name === servicenowIncidents.name) return `${mapping.name} ${mappingVersion}`
  return `${JSON.stringify(mapping)} ${mappingVersion}`
}

function refuseHeader(file: string, header: readonly string[], mapping: CaseLogMapping) {
  const missing = missingIncidentColumns(header, mapping)
  if (missing.length === 0) return
  throw new AppError('invalidInput', {
    userMessage: `${file} is not what "${mapping.name}" expects: its header lacks ${missing.join(', ')}. Export the log with these columns.`,
  })
}
