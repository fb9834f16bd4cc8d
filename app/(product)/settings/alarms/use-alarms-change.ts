'use client'

import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'

type Alarms = ReturnType<typeof useTRPCClient>['alarms']

/** A change of alarms that runs, one at a time; the list is asked again whatever came of it. */
export interface AlarmsChanging {
  readonly pending: boolean
  readonly failure: string | null
  /** Whether it was done; `failure` says why not. */
  run(change: (alarms: Alarms) => Promise<unknown>): Promise<boolean>
}

export function useAlarmsChange(): AlarmsChanging {
  const t = useTranslations('alarms.failures')
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  return {
    pending,
    failure,
    run: async (change) => {
      setPending(true)
      setFailure(null)
      try {
        await change(client.alarms)
        return true
      } catch (error) {
        const data = error instanceof TRPCClientError ? (error.data as { appCode?: string } | null) : null
        const key = data?.appCode ?? 'other'
        setFailure(t.has(key) ? t(key) : t('other'))
        return false
      } finally {
        await queryClient.invalidateQueries(trpc.alarms.pathFilter())
        setPending(false)
      }
    },
  }
}
