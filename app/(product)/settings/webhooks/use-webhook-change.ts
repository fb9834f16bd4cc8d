'use client'

import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'
import type { InputProblem } from '@/domain/errors/app-error.ts'

interface Refusal {
  readonly problems?: readonly InputProblem[]
  readonly details?: { readonly reason?: unknown }
  readonly appCode?: string
}

/** A change of endpoints that runs, one at a time; the lists are asked again whatever came of it. */
export interface WebhookChanging {
  readonly pending: boolean
  /** In the person's language; null: nothing was refused. */
  readonly failure: string | null
  forget(): void
  run<Answer>(
    change: (client: ReturnType<typeof useTRPCClient>['webhooks']) => Promise<Answer>,
    said?: string,
  ): Promise<{ readonly answer: Answer } | null>
}

export function useWebhookChange(): WebhookChanging {
  const t = useTranslations('webhooks.failures')
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const words = (error: unknown) => {
    const { problems, details, appCode } =
      error instanceof TRPCClientError ? ((error.data ?? {}) as Refusal) : ({} as Refusal)
    const keys = [problems?.[0]?.code, details?.reason, appCode]
    const key = keys.find((word): word is string => typeof word === 'string' && t.has(word))
    return key === undefined ? t('other', { message: String((error as Error).message) }) : t(key)
  }
  return {
    pending,
    failure,
    forget: () => setFailure(null),
    run: async (change, said) => {
      setPending(true)
      setFailure(null)
      try {
        const answer = await change(client.webhooks)
        if (said !== undefined) notifications.show({ message: said, autoClose: 4_000 })
        return { answer }
      } catch (error) {
        setFailure(words(error))
        return null
      } finally {
        await queryClient.invalidateQueries(trpc.webhooks.pathFilter())
        setPending(false)
      }
    },
  }
}
