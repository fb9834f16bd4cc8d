'use client'

import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { formatScope, readScope, type Scope, scopeQuery, type ScopeTexts } from '@/domain/metrics/scope.ts'
import type { PeriodContext } from '@/domain/time/resolve-period.ts'
import { fittingBuckets } from './fitting-buckets.ts'
import { scopeParameters } from './scope-parameters.ts'

export type ScopePart = keyof ScopeTexts

/** The scope that stands in the URL. */
export interface ScopeState {
  readonly scope: Scope
  /** Its canonical texts: the input of procedures. */
  readonly texts: ScopeTexts
  /** Its canonical query without `?`, for links that carry it on. */
  readonly query: string
  /** The parts of a hand-edited address that could not be read; they have their defaults. */
  readonly problems: readonly ScopePart[]
  /** Goes to another scope: one Back step. */
  setScope(next: Scope): void
}

/** Reads the page's scope from its URL and changes it there, so that every selection can be shared and gone back from. */
export function useScope(): ScopeState {
  const [parts, setParts] = useQueryStates(scopeParameters, { history: 'push', clearOnDefault: true })
  const { organisation } = useShell()
  const [now] = useState(() => Date.now())
  const fits = (one: Scope) => isFitting(one, { zone: one.zone ?? organisation.zone, now })
  const read = readScope(givenParts(parts))
  const isTooNarrow = !fits(read.scope)
  const scope = isTooNarrow ? { ...read.scope, bucket: null } : read.scope
  const unread = read.problems.map(({ path }) => path[0] as ScopePart)
  return {
    scope,
    texts: formatScope(scope),
    query: scopeQuery(scope),
    problems: [...new Set(isTooNarrow ? [...unread, 'bucket' as const] : unread)],
    setScope: (next) => {
      // Hours of a week are no points of a year: the width goes when the period outgrows it.
      const texts = formatScope(fits(next) ? next : { ...next, bucket: null })
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

function isFitting({ bucket, period }: Scope, context: PeriodContext): boolean {
  return bucket === null || fittingBuckets(period, context).includes(bucket)
}
