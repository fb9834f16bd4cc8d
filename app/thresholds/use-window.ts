'use client'

import { useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { chooseWindow } from '@/domain/thresholds/choose-window.ts'
import type { Interval } from '@/domain/time/interval.ts'
import { formatPeriod, readPeriod, type PeriodSpec } from '@/domain/time/period.ts'
import type { PeriodContext } from '@/domain/time/resolve-period.ts'

const quarterMs = 900_000

export interface WindowChoice {
  readonly window: Interval
  readonly period: PeriodSpec
  readonly context: PeriodContext
  /** The address asks for something that is no period. */
  readonly isUnknown: boolean
  setPeriod(period: PeriodSpec): void
}

/** The stretch of history that the page looks at, as it stands in the address; null until it is known where history lies. */
export function useWindow(): WindowChoice | null {
  const { organisation } = useShell()
  const trpc = useTRPC()
  const span = useQuery(trpc.thresholds.dataSpan.queryOptions(undefined, { staleTime: 300_000 }))
  const [text, setText] = useQueryState('period', parseAsString.withOptions({ history: 'push' }))
  // The same clock for as long as the page is open, so that figures do not move by themselves.
  const [now] = useState(() => Math.floor(Date.now() / quarterMs) * quarterMs)
  if (span.data === undefined) return null
  const context = { zone: organisation.zone, now, dataSpan: span.data }
  const asked = text === null ? null : readPeriod(text)
  return {
    ...chooseWindow(typeof asked === 'string' ? null : asked, context),
    context,
    isUnknown: typeof asked === 'string',
    setPeriod: (next) => void setText(formatPeriod(next)),
  }
}
