'use client'

import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { InputProblem } from '@/domain/errors/app-error.ts'
import type { RootRouter } from '@/server/trpc/root-router.ts'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'

/** A move on a case that runs, and what became of the last one. */
export interface CaseMove {
  readonly pending: boolean
  /** The server's words when it refused. */
  readonly failure: string | null
  /** Makes the move; true when the server took it. All lists of work are asked again either way. */
  run(move: (client: ReturnType<typeof useTRPCClient>) => Promise<unknown>): Promise<boolean>
}

/** One guarded move at a time; when somebody else was faster the page shows what happened meanwhile. */
export function useCaseMove(): CaseMove {
  const t = useTranslations('cases')
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const run: CaseMove['run'] = async (move) => {
    setPending(true)
    setFailure(null)
    try {
      await move(client)
      notifications.show({ message: t('saved'), autoClose: 3_000 })
      return true
    } catch (error) {
      setFailure(
        error instanceof TRPCClientError
          ? t(`refusals.${reasonOf(error, (key) => t.has(key))}`)
          : t('unreachable'),
      )
      return false
    } finally {
      await queryClient.invalidateQueries(trpc.cases.pathFilter())
      setPending(false)
    }
  }
  return { pending, failure, run }
}

interface Refusal {
  readonly problems?: readonly InputProblem[]
  readonly details?: { readonly reason?: unknown }
  readonly appCode?: string
}

/** The most telling word of a refusal for which there is a text. */
function reasonOf(error: TRPCClientError<RootRouter>, has: (key: string) => boolean): string {
  const { problems, details, appCode } = (error.data ?? {}) as Refusal
  const words = [problems?.[0]?.code, details?.reason, appCode]
  return words.find((word): word is string => typeof word === 'string' && has(`refusals.${word}`)) ?? 'other'
}
