'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPCClient } from '@/app/trpc/client.tsx'
import type { SignalLevel } from '@/domain/screening/signal-key.ts'
import type { Window } from './use-what-if-run.ts'

const askAgainMs = 1_000

/** What advice is asked for. */
export interface AdviceRequest {
  readonly window: Window
  readonly level: SignalLevel
  readonly currency: string
  readonly objective: 'count' | 'money'
}

/** Advice as a run: asked for on purpose, because it takes a while; it goes on when the page is left. */
export function useAdvice() {
  const client = useTRPCClient()
  const [request, setRequest] = useState<AdviceRequest | null>(null)
  const started = useQuery({
    queryKey: ['whatIf', 'advise', request],
    queryFn: () => client.whatIf.advise.mutate(request!),
    enabled: request !== null,
    staleTime: 300_000,
    retry: false,
  })
  const id = started.data?.id ?? null
  const isRunning = started.data?.status === 'running'
  const followed = useQuery({
    queryKey: ['whatIf', 'advice', id],
    queryFn: () => client.whatIf.advice.query({ id: id! }),
    enabled: id !== null && isRunning,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.status === 'running' ? askAgainMs : false,
  })
  return {
    request,
    ask: setRequest,
    run: (isRunning ? (followed.data ?? started.data) : started.data) ?? null,
    isAsking: started.isLoading,
    error: started.error ?? followed.error,
    cancel: async () => {
      if (id !== null) await client.whatIf.cancel.mutate({ id })
      await followed.refetch()
    },
  }
}
