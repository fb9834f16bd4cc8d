import { stringify } from 'csv-stringify/sync'
import { isoInstant } from '../../../domain/format/format-instant.ts'
import { type CareMetricKey } from '../../../domain/metrics/care/care-metrics.ts'
import { type Scope, scopeQuery } from '../../../domain/metrics/scope.ts'
import { type CsvDialect, dialects } from '../export/csv-dialect.ts'
import { type BacklogCell, type CarePart } from './care-row.ts'
import { eachCareRow } from './list-care-rows.ts'
import { openReading } from './open-reading.ts'

const columns = [
  ...['reference', 'externalId', 'at', 'fromDesk', 'desk', 'kind', 'channel', 'priority', 'segment', 'state'],
  ...['countedAs', 'durationMs', 'index', 'caseId'],
]

/** What a file of cases or handoffs is asked to hold; `now` in epoch ms. */
interface CareExport {
  readonly now: number
  readonly part: CarePart
  readonly dialect: CsvDialect
  readonly cell?: BacklogCell
}

/** The rows behind a figure as CSV in one text. */
export async function exportCareRows(key: CareMetricKey, scope: Scope, asked: CareExport): Promise<string> {
  const pieces: string[] = []
  await writeCareRows(key, scope, asked, (piece) => {
    pieces.push(piece)
    return Promise.resolve()
  })
  return pieces.join('')
}

/**
 * The rows behind a figure as CSV, in pieces, all of one moment: head lines (`#`) that state metric, scope, zone and time; the
 * rows, newest first; a last line with their number, which is the figure. Cells that a spreadsheet would run as a formula are
 * escaped. `take` is told how many rows there are by now; when it throws nothing more is read.
 */
export function writeCareRows(
  key: CareMetricKey,
  scope: Scope,
  { now, part, dialect, cell }: CareExport,
  take: (piece: string, rowsDone: number) => Promise<void>,
): Promise<void> {
  return openReading({ ...scope, compare: null }, now, async (reading) => {
    const { delimiter, start } = dialects[dialect]
    const { zone } = reading.resolved
    const text = (lines: readonly (readonly (string | number | null)[])[]) =>
      stringify(
        lines.map((line) => [...line]),
        { delimiter, escape_formulas: true, record_delimiter: 'windows' },
      )
    const head = [
      ['# metric', key],
      ['# part', part],
      ['# scope', scopeQuery(scope)],
      ['# zone', zone],
      ['# as of', isoInstant(now, zone)],
      columns,
    ]
    await take(start + text(head), 0)
    let count = 0
    for await (const rows of eachCareRow(key, part, reading, { cell })) {
      count += rows.length
      await take(
        text(
          rows.map((row) => [
            ...[row.reference, row.externalId, isoInstant(row.at, zone), row.fromDesk, row.desk, row.kind],
            ...[row.channel, row.priority, row.segment, row.state, row.judged, row.durationMs, row.index],
            row.caseId,
          ]),
        ),
        count,
      )
    }
    await take(text([['# rows', count]]), count)
  })
}
