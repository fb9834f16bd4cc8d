'use client'

import { useQuery } from '@tanstack/react-query'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { Figure } from '@/domain/metrics/metric-answer.ts'
import { formatPeriod, type PeriodSpec } from '@/domain/time/period.ts'

/** How rightly each rule asked in a period, null where it asked nothing; null as a whole until it is known. */
export function useRuleWorth(period: PeriodSpec): ((rule: string) => Figure | null) | null {
  const trpc = useTRPC()
  const mayRead = useMay('analytics.read')
  const scope = { period: formatPeriod(period), compare: 'none' }
  const { data } = useQuery(
    trpc.analytics.metric.queryOptions(
      { key: 'worth-asking-precision', scope, by: 'rule' },
      { enabled: mayRead, staleTime: 300_000 },
    ),
  )
  if (data === undefined) return null
  return (rule) => data.series?.find(({ by }) => by.value === rule)?.total ?? null
}
