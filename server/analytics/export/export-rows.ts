import { stringify } from 'csv-stringify/sync'
import { isoInstant } from '../../../domain/format/format-instant.ts'
import { type RowKind } from '../../../domain/metrics/metric.ts'
import { resolveScope } from '../../../domain/metrics/resolve-scope.ts'
import { type Scope, scopeQuery } from '../../../domain/metrics/scope.ts'
import { getPool } from '../../db/pool.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { findDataSpan } from '../data-span.ts'
import { type Cursor } from '../rows/paging.ts'
import { rowSources } from '../rows/row-sources.ts'
import { csvColumns } from './csv-columns.ts'
import { type CsvDialect, dialects } from './csv-dialect.ts'

const rowsAPage = 2_000

/**
 * The rows behind a figure as CSV, in pieces, all of one moment: head lines (`#`) that state the list, its scope, range, zone
 * and time; a line of column names; the rows, newest first; a last line with their number, which is the figure. Cells that
 * a spreadsheet would run as a formula are escaped.
 */
export async function* exportRows<Kind extends RowKind>(
  kind: Kind,
  scope: Scope,
  {
    now,
    dialect,
    onRows,
  }: {
    readonly now: number
    readonly dialect: CsvDialect
    /** Told how many rows the piece that comes next completes. */
    readonly onRows?: (rowsDone: number) => void
  },
): AsyncGenerator<string, void, undefined> {
  const { zone: organisationZone } = await getOrganisation()
  const client = await getPool().connect()
  let failed = true
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const dataSpan = await findDataSpan(client)
    const resolved = resolveScope({ ...scope, compare: null }, { now, organisationZone, dataSpan })
    const { zone, filters } = resolved
    const { from, to } = resolved.window.period
    const { delimiter, start, decimal } = dialects[dialect]
    const columns = Object.values(csvColumns[kind])
    const text = (rows: readonly (readonly (string | number)[])[]) =>
      stringify(
        rows.map((row) => [...row]),
        { delimiter, escape_formulas: true, record_delimiter: 'windows' },
      )
    yield (
      start +
      text([
        ['# list', kind],
        ['# scope', scopeQuery(scope)],
        ['# from', isoInstant(from, zone)],
        ['# to', isoInstant(to, zone)],
        ['# zone', zone],
        ['# as of', isoInstant(now, zone)],
        Object.keys(csvColumns[kind]),
      ])
    )
    let after: Cursor | null = null
    let count = 0
    for (;;) {
      const paging = { range: { from, to }, zone, filters, sort: 'newest', after, limit: rowsAPage } as const
      const rows = await rowSources[kind].list(client, paging)
      count += rows.length
      onRows?.(count)
      if (rows.length > 0) yield text(rows.map((row) => columns.map((cell) => cell(row, { zone, decimal }))))
      const last = rows.at(-1)
      if (last === undefined || rows.length < rowsAPage) break
      after = [last.place, last.tie]
    }
    yield text([['# rows', count]])
    await client.query('COMMIT')
    failed = false
  } finally {
    // Also when the reader goes away in the middle: the connection and its snapshot are given up.
    client.release(failed)
  }
}
