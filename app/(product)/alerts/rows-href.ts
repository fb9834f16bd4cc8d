import type { RowKind } from '@/domain/metrics/metric.ts'
import { type Scope, scopeQuery } from '@/domain/metrics/scope.ts'

/** The page of the rows behind a figure: the same scope, the rows that the figure counts. */
export function rowsHref(kind: RowKind, scope: Scope): string {
  const query = scopeQuery({ ...scope, compare: null })
  const parts = [query, kind === 'alerts' ? '' : `rows=${kind}`].filter((part) => part !== '')
  return parts.length === 0 ? '/alerts' : `/alerts?${parts.join('&')}`
}

/** Where the same rows are asked for as a file that is made in the background. */
export function exportPageHref(kind: RowKind, scope: Scope): string {
  const query = scopeQuery({ ...scope, compare: null })
  return `/exports?${new URLSearchParams({ of: 'rows', list: kind, query }).toString()}`
}

/** The same rows as a file. */
export function exportHref(kind: RowKind, scope: Scope, dialect: 'plain' | 'excel'): string {
  const query = scopeQuery({ ...scope, compare: null })
  return `/alerts/export?${[query, `rows=${kind}`, `dialect=${dialect}`].filter((part) => part !== '').join('&')}`
}
