import type { FilterDimensionKey } from '@/domain/metrics/dimensions.ts'
import { makeFilter } from '@/domain/metrics/filter.ts'
import { type OverviewMeasure, overviewMeasures } from '@/domain/metrics/overview/overview-measures.ts'
import { narrowScope, type Scope, scopeQuery } from '@/domain/metrics/scope.ts'

/** The figure and the page of each measure. */
export const measurePages = {
  alerts: { ...overviewMeasures.alerts, path: '/review/alerts' },
  outcomes: { ...overviewMeasures.outcomes, path: '/review/outcomes' },
  handoffs: { ...overviewMeasures.handoffs, path: '/review/handoffs' },
  cases: { ...overviewMeasures.cases, path: '/review/cases' },
} as const satisfies Record<OverviewMeasure, object>

/** A measure's page in the same scope, without the filters that it does not know. */
export function pageHref(
  measure: OverviewMeasure,
  scope: Scope,
  ignored: readonly FilterDimensionKey[],
  part: { readonly dimension: FilterDimensionKey; readonly value: string } | null = null,
): string {
  const known = { ...scope, filters: scope.filters.filter(({ dimension }) => !ignored.includes(dimension)) }
  const narrowed = part === null ? known : narrowScope(known, makeFilter(part.dimension, 'is', [part.value]))
  const query = scopeQuery(narrowed)
  const { path } = measurePages[measure]
  return query === '' ? path : `${path}?${query}`
}
