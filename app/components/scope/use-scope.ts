'use client'

import { useQueryStates } from 'nuqs'
import { formatScope, readScope, type Scope, scopeQuery, type ScopeTexts } from '@/domain/metrics/scope.ts'
import { scopeParameters } from './scope-parameters.ts'

/** The scope that stands in the URL. */
export interface ScopeState {
  readonly scope: Scope
  /** Its canonical texts: the input of procedures. */
  readonly texts: ScopeTexts
  /** Its canonical query without `?`, for links that carry it on. */
  readonly query: string
  /** What could not be read of a hand-edited address; the parts concerned have their defaults. */
  readonly problems: readonly string[]
  /** Goes to another scope: one Back step. */
  setScope(next: Scope): void
}

/** Reads the page's scope from its URL and changes it there, so that every selection can be shared and gone back from. */
export function useScope(): ScopeState {
  const [parts, setParts] = useQueryStates(scopeParameters, { history: 'push', clearOnDefault: true })
  const { scope, problems } = readScope(givenParts(parts))
  return {
    scope,
    texts: formatScope(scope),
    query: scopeQuery(scope),
    problems: problems.map(({ message }) => message),
    setScope: (next) => {
      const texts = formatScope(next)
      void setParts({
        period: texts.period ?? null,
        compare: texts.compare ?? null,
        bucket: texts.bucket ?? null,
        zone: texts.zone ?? null,
        complete: texts.complete ?? null,
        filter: texts.filter === undefined ? null : [texts.filter].flat(),
      })
    },
  }
}

/** What the address says nothing about is absent. */
function givenParts(
  parts: Readonly<Record<keyof ScopeTexts, string | readonly string[] | null>>,
): ScopeTexts {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== null && value.length > 0),
  ) as ScopeTexts
}
