import { type RowKind } from '../../../domain/metrics/metric.ts'
import { type RowSort } from '../../../domain/metrics/row-list.ts'
import { resolveScope } from '../../../domain/metrics/resolve-scope.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { type ResolvedPeriod } from '../../../domain/time/resolve-period.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { findDataSpan } from '../data-span.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { type RowOf, rowSources } from './row-sources.ts'
import { type Cursor, formatCursor, parseCursor } from './paging.ts'

/** A page of a list and how many rows there are in all. */
export interface RowPage<Kind extends RowKind> {
  readonly kind: Kind
  readonly rows: readonly RowOf[Kind][]
  readonly total: number
  /** null: this is the last page. */
  readonly nextCursor: string | null
  readonly period: ResolvedPeriod
  readonly zone: string
  /** Epoch ms. */
  readonly asOf: number
}

/** How many rows a list has at a scope: the figure that it stands behind. */
export async function countRows(kind: RowKind, scope: Scope, now: number): Promise<number> {
  const { total } = await listRows(kind, scope, { now, limit: 1 })
  return total
}

/**
 * A page of the rows behind a figure of the same scope; `total` is that figure (of a share: its numerator).
 *
 * @throws AppError `invalidInput` for a cursor of another list.
 */
export async function listRows<Kind extends RowKind>(
  kind: Kind,
  scope: Scope,
  options: {
    readonly now: number
    readonly sort?: RowSort
    readonly cursor?: string | null
    readonly limit?: number
  },
): Promise<RowPage<Kind>> {
  const { now, sort = 'newest', cursor = null, limit = 50 } = options
  const after: Cursor | null = cursor === null ? null : parseCursor(cursor)
  const { zone: organisationZone } = await getOrganisation()
  return inSnapshot(async (client) => {
    const dataSpan = await findDataSpan(client)
    const { window, zone, filters } = resolveScope(
      { ...scope, compare: null },
      { now, organisationZone, dataSpan },
    )
    const { period } = window
    const selection = { range: { from: period.from, to: period.to }, zone, filters }
    const source = rowSources[kind]
    const found = await source.list(client, { ...selection, sort, after, limit: limit + 1 })
    const counts = await source.count(client, { ...selection, edges: [period.from], split: null, now })
    const whole = counts.find(({ bucket }) => bucket === null)
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      kind,
      rows,
      total: whole === undefined ? 0 : source.totalOf(whole),
      nextCursor: found.length > limit && last !== undefined ? formatCursor(last) : null,
      period,
      zone,
      asOf: now,
    }
  })
}
