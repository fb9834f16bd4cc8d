'use client'

import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'

type Views = ReturnType<typeof useTRPCClient>['views']

/** A change of views, links or notes that runs, one at a time; what they show is asked again whatever came of it. */
export function useViewsChange() {
  const t = useTranslations('review-frame.failures')
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  return {
    pending,
    failure,
    /** null when it was refused; `failure` says why. */
    run: async <Answer>(
      change: (views: Views) => Promise<Answer>,
      said?: string,
    ): Promise<{ answer: Answer } | null> => {
      setPending(true)
      setFailure(null)
      try {
        const answer = await change(client.views)
        if (said !== undefined) notifications.show({ message: said, autoClose: 4_000 })
        return { answer }
      } catch (error) {
        setFailure(t(keyOf(error)))
        return null
      } finally {
        await queryClient.invalidateQueries(trpc.views.pathFilter())
        setPending(false)
      }
    },
  }
}

function keyOf(error: unknown): 'conflict' | 'forbidden' | 'invalidInput' | 'notFound' | 'other' {
  const data = error instanceof TRPCClientError ? (error.data as { appCode?: string } | null) : null
  const code = data?.appCode
  return code === 'conflict' || code === 'forbidden' || code === 'invalidInput' || code === 'notFound'
    ? code
    : 'other'
}
