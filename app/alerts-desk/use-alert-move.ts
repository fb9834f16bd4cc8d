'use client'

import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'

/** A move on an alert that runs, and what became of the last one. */
export interface AlertMoving {
  readonly pending: boolean
  /** The server's words when it refused. */
  readonly failure: string | null
  /** The refusal was about an older state: the page shows by now what happened meanwhile. */
  readonly conflict: boolean
  forget(): void
  /** Makes the move and gives the server's answer; `null` when it refused. What the page shows is asked again either way. */
  run<Answer>(
    move: (client: ReturnType<typeof useTRPCClient>) => Promise<Answer>,
    said?: string,
  ): Promise<{ readonly answer: Answer } | null>
}

/** One guarded move at a time; when somebody else was faster the page shows what happened meanwhile. */
export function useAlertMove(): AlertMoving {
  const t = useTranslations('alert-desk')
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<{ readonly words: string; readonly conflict: boolean } | null>(null)
  const run: AlertMoving['run'] = async (move, said) => {
    setPending(true)
    setRefusal(null)
    try {
      const answer = await move(client)
      if (said !== undefined) showNotice({ message: said, autoClose: 3_000 })
      return { answer }
    } catch (error) {
      const known = error instanceof TRPCClientError
      const data = known ? (error.data as { appCode?: string } | null) : null
      setRefusal({
        words: known && data ? error.message : t('unreachableServer'),
        conflict: data?.appCode === 'conflict',
      })
      return null
    } finally {
      await Promise.all([
        queryClient.invalidateQueries(trpc.alertDesk.pathFilter()),
        queryClient.invalidateQueries(trpc.alertPage.pathFilter()),
      ])
      setPending(false)
    }
  }
  return {
    pending,
    failure: refusal?.words ?? null,
    conflict: refusal?.conflict ?? false,
    forget: () => setRefusal(null),
    run,
  }
}
