'use client'

import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'

/** A move on a proposal that runs, and what became of the last one. */
export interface JuryMove {
  readonly pending: boolean
  /** The server's words when it refused. */
  readonly failure: string | null
  /** True when the server took it. What it may have changed is asked again either way. */
  run(move: (client: ReturnType<typeof useTRPCClient>) => Promise<unknown>): Promise<boolean>
}

/** One guarded move at a time; when somebody else was faster the page shows what happened meanwhile. */
export function useJuryMove(): JuryMove {
  const t = useTranslations('jury')
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const run: JuryMove['run'] = async (move) => {
    setPending(true)
    setFailure(null)
    try {
      await move(client)
      notifications.show({ message: t('saved'), autoClose: 3_000 })
      return true
    } catch (error) {
      setFailure(error instanceof TRPCClientError ? error.message : t('unreachable'))
      return false
    } finally {
      await Promise.all(
        [trpc.jury.pathFilter(), trpc.effects.pathFilter()].map((filter) =>
          queryClient.invalidateQueries(filter),
        ),
      )
      setPending(false)
    }
  }
  return { pending, failure, run }
}
