'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useTRPCClient } from '@/app/trpc/client.tsx'
import type { RuleSet } from '@/domain/screening/rule.ts'

/** A handle that rests so long has been let go. */
const restMs = 350
const askAgainMs = 700

export interface Window {
  readonly from: number
  readonly to: number
}

/**
 * The measurement of a draft: begun when the draft rests, asked again while it runs. Leaving the page leaves it running; the same
 * draft finds it again.
 */
export function useWhatIfRun(draft: RuleSet, window: Window) {
  const client = useTRPCClient()
  const queries = useQueryClient()
  const [rested] = useDebouncedValue(draft, restMs)
  const started = useQuery({
    queryKey: ['whatIf', 'start', rested, window],
    queryFn: () => client.whatIf.result.mutate({ draft: rested, window }),
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  })
  const id = started.data?.id ?? null
  const isRunning = started.data?.status === 'running'
  const followed = useQuery({
    queryKey: ['whatIf', 'run', id],
    queryFn: () => client.whatIf.run.query({ id: id! }),
    enabled: id !== null && isRunning,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.status === 'running' ? askAgainMs : false,
  })
  const run = isRunning ? (followed.data ?? started.data) : started.data
  const cancel = async () => {
    if (id === null) return
    const cancelled = await client.whatIf.cancel.mutate({ id })
    queries.setQueryData(['whatIf', 'run', id], cancelled)
  }
  return {
    run: run ?? null,
    /** The draft that is measured: the one on the page as soon as it rests. */
    rested,
    error: started.error ?? followed.error,
    isOld: rested !== draft || started.isPlaceholderData,
    cancel,
    again: () => started.refetch(),
  }
}

/** What each rule alone would ask at every threshold; asked again only when something other than thresholds changes. */
export function useRuleHistograms(draft: RuleSet, window: Window) {
  const client = useTRPCClient()
  const beside = draft.rules.map(({ key, signal, level, minimumAmountMinor, minimumHistory }) => ({
    ...{ key, signal, level, minimumAmountMinor, minimumHistory },
  }))
  const [rested] = useDebouncedValue(JSON.stringify(beside), restMs)
  return useQuery({
    queryKey: ['whatIf', 'histograms', rested, window],
    queryFn: () => client.whatIf.histograms.mutate({ draft, window }),
    staleTime: 300_000,
    retry: false,
    placeholderData: (before) => before,
  })
}
