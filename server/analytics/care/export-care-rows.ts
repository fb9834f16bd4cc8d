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

/**
 * The rows behind a figure as CSV, all of one moment: head lines (`#`) that state metric, scope, zone and time; the rows, newest
 * first; a last line with their number, which is the figure. Cells that a spreadsheet would run as a formula are escaped.
 */
export function exportCareRows(
  key: CareMetricKey,
  scope: Scope,
  {
    now,
    part,
    dialect,
    cell,
  }: {
    readonly now: number
    readonly part: CarePart
    readonly dialect: CsvDialect
    readonly cell?: BacklogCell
  },
): Promise<string> {
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
    const pieces = [start + text(head)]
    let count = 0
    for await (const rows of eachCareRow(key, part, reading, { cell })) {
      count += rows.length
      pieces.push(
        text(
          rows.map((row) => [
            ...[row.reference, row.externalId, isoInstant(row.at, zone), row.fromDesk, row.desk, row.kind],
            ...[row.channel, row.priority, row.segment, row.state, row.judged, row.durationMs, row.index],
            row.caseId,
          ]),
        ),
      )
    }
    return [...pieces, text([['# rows', count]])].join('')
  })
}
