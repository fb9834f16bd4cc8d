import { type CareMetricKey, careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import { type Scope, scopeQuery } from '@/domain/metrics/scope.ts'

/** Which of the rows that a figure counts. */
export const rowParts = ['counted', 'met', 'missed'] as const
export type RowPart = (typeof rowParts)[number]

/** A cell of the ageing table: whose turn it is, and the place of the age's bucket. */
export interface BacklogCell {
  readonly turn: string | null
  readonly age: number | null
}

/** The page of the rows behind a figure: the same scope, judged by the same metric. */
export function careRowsHref(metric: CareMetricKey, scope: Scope, part: RowPart = 'counted'): string {
  const page = careMetrics[metric].rows === 'handoffs' ? 'handoffs' : 'cases'
  return `/review/${page}/rows?${queryOf(metric, scope, part)}`
}

/** The cases of a cell of the ageing table. */
export function backlogHref(scope: Scope, cell: BacklogCell): string {
  return `/review/cases/rows?${queryOf('backlog', scope, 'counted')}${cellQuery(cell)}`
}

function cellQuery({ turn, age }: BacklogCell): string {
  return `${turn === null ? '' : `&turn=${encodeURIComponent(turn)}`}${age === null ? '' : `&age=${age}`}`
}

/** The same rows as a file. */
export function careExportHref(
  metric: CareMetricKey,
  scope: Scope,
  part: RowPart,
  dialect: 'plain' | 'excel',
  cell: BacklogCell,
): string {
  return `/review/care-export?${queryOf(metric, scope, part)}${cellQuery(cell)}&dialect=${dialect}`
}

/** Where the same rows are asked for as a file that is made in the background. */
export function careExportPageHref(
  metric: CareMetricKey,
  scope: Scope,
  part: RowPart,
  { turn, age }: BacklogCell,
): string {
  const query = scopeQuery({ ...scope, compare: null })
  const cell = { ...(turn !== null && { turn }), ...(age !== null && { age: String(age) }) }
  return `/exports?${new URLSearchParams({ of: 'care', metric, part, query, ...cell }).toString()}`
}

function queryOf(metric: CareMetricKey, scope: Scope, part: RowPart): string {
  const query = scopeQuery({ ...scope, compare: null })
  return [query, `metric=${metric}`, ...(part === 'counted' ? [] : [`part=${part}`])]
    .filter((text) => text !== '')
    .join('&')
}
