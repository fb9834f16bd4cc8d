'use client'

import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'
import type { InputProblem } from '@/domain/errors/app-error.ts'

/** The areas of the server whose changes are told in words of their own: the part `failures` of their messages. */
const messagesOf = {
  alarms: 'alarms.failures',
  exports: 'exports.failures',
  reports: 'reports.failures',
  views: 'review-frame.failures',
  webhooks: 'webhooks.failures',
} as const

type Area = keyof typeof messagesOf

interface Refusal {
  readonly problems?: readonly InputProblem[]
  readonly details?: { readonly reason?: unknown }
  readonly appCode?: string
}

/** Changes of an area that run, one at a time; its lists are asked again whatever came of them. */
export interface AreaChange<Of extends Area> {
  readonly pending: boolean
  /** In the person's language; null: nothing was refused. */
  readonly failure: string | null
  forget(): void
  /** null when it was refused; `failure` says why. */
  run<Answer>(
    change: (client: ReturnType<typeof useTRPCClient>[Of]) => Promise<Answer>,
    said?: string,
  ): Promise<{ readonly answer: Answer } | null>
}

export function useAreaChange<Of extends Area>(area: Of): AreaChange<Of> {
  const namespace: string = messagesOf[area]
  const t = useTranslations(namespace)
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const words = (error: unknown) => {
    const { problems, details, appCode }: Refusal =
      error instanceof TRPCClientError ? ((error.data ?? {}) as Refusal) : {}
    const keys = [problems?.[0]?.code, details?.reason, appCode]
    const key = keys.find((word): word is string => typeof word === 'string' && t.has(word))
    return t(key ?? 'other', { message: error instanceof Error ? error.message : '' })
  }
  return {
    pending,
    failure,
    forget: () => setFailure(null),
    run: async (change, said) => {
      setPending(true)
      setFailure(null)
      try {
        const answer = await change(client[area])
        if (said !== undefined) showNotice({ message: said, autoClose: 4_000 })
        return { answer }
      } catch (error) {
        setFailure(words(error))
        return null
      } finally {
        await queryClient.invalidateQueries(trpc[area].pathFilter())
        setPending(false)
      }
    },
  }
}
