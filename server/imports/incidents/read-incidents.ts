import { createHash } from 'node:crypto'
import { type CaseLog } from '../../../domain/cases/log/case-log.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { createInstantReader } from '../../../domain/imports/instant-reader.ts'
import { incidentLog } from '../../../domain/imports/incident-log.ts'
import {
  createIncidentRowReader,
  type IncidentRow,
  missingIncidentColumns,
} from '../../../domain/imports/incident-row.ts'
import { type Reject } from '../../../domain/imports/reject-reason.ts'
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
 * Reads a ServiceNow incident log and understands it whole before anything is stored. Times carry no zone and are read as UTC.
 * Throws `invalidInput` for a wrong header and for what cannot be read to its end.
 */
export async function readIncidents(
  file: string,
  onBytes?: (read: number, total: number) => void,
): Promise<IncidentFile> {
  const rowsOf = new Map<string, IncidentRow[]>()
  const rejects: Reject[] = []
  let readRow: ReturnType<typeof createIncidentRowReader> | null = null
  const { hash, records } = await readCsv(file, {
    delimiter: ',',
    onBytes,
    take: (record, line) => {
      if (readRow === null) {
        refuseHeader(file, record)
        readRow = createIncidentRowReader(record, createInstantReader('UTC', 'dayMonthYear'))
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
    incidents: [...rowsOf.values()].map(incidentLog),
    rejects,
    rowsRead: records - 1,
    hash: createHash('sha256').update(`servicenow-incidents ${mappingVersion}`).update(hash).digest(),
  }
}

function refuseHeader(file: string, header: readonly string[]) {
  const missing = missingIncidentColumns(header)
  if (missing.length === 0) return
  throw new AppError('invalidInput', {
    userMessage: `${file} is not what "servicenow-incidents" expects: its header lacks ${missing.join(', ')}. Export the incidents' audit log with these columns.`,
  })
}
