import { type CareMetricKey, careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import { type Scope, scopeQuery } from '@/domain/metrics/scope.ts'

/** Which of the rows that a figure counts. */
export const rowParts = ['counted', 'met', 'missed'] as const
export type RowPart = (typeof rowParts)[number]

/** The page of the rows behind a figure: the same scope, judged by the same metric. */
export function careRowsHref(metric: CareMetricKey, scope: Scope, part: RowPart = 'counted'): string {
  const page = careMetrics[metric].rows === 'handoffs' ? 'handoffs' : 'cases'
  return `/review/${page}/rows?${queryOf(metric, scope, part)}`
}

/** The same rows as a file. */
export function careExportHref(
  metric: CareMetricKey,
  scope: Scope,
  part: RowPart,
  dialect: 'plain' | 'excel',
): string {
  return `/review/care-export?${queryOf(metric, scope, part)}&dialect=${dialect}`
}

function queryOf(metric: CareMetricKey, scope: Scope, part: RowPart): string {
  const query = scopeQuery({ ...scope, compare: null })
  return [query, `metric=${metric}`, ...(part === 'counted' ? [] : [`part=${part}`])]
    .filter((text) => text !== '')
    .join('&')
}
