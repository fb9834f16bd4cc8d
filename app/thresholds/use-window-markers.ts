'use client'

import { useQuery } from '@tanstack/react-query'
import { useMarkerWords } from '@/app/(product)/review/frame/use-marker-words.ts'
import type { TimedMarker } from '@/app/components/figure/markers-context.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatPeriod, type PeriodSpec } from '@/domain/time/period.ts'

/** What happened in the time that is looked at, for the charts of a version: an earlier switch explains many a step. */
export function useWindowMarkers(period: PeriodSpec): readonly TimedMarker[] {
  const trpc = useTRPC()
  const mayRead = useMay('analytics.read')
  const scope = { period: formatPeriod(period) }
  const { data } = useQuery(trpc.views.markers.queryOptions({ scope }, { enabled: mayRead }))
  // Before and after are compared on the pages of Review; here there is nothing to compare.
  return useMarkerWords(data?.markers ?? []).map((marker) => ({ ...marker, compareHref: null }))
}
