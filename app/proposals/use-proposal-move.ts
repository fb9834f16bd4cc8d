'use client'

import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'

/** A move on a proposal that runs, and what became of the last one. */
export interface ProposalMove {
  readonly pending: boolean
  /** The server's words when it refused. */
  readonly failure: string | null
  /** Makes the move; true when the server took it. Everything about proposals is asked again either way. */
  run(move: (client: ReturnType<typeof useTRPCClient>) => Promise<unknown>): Promise<boolean>
}

export function useProposalMove(): ProposalMove {
  const t = useTranslations('proposals')
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const run: ProposalMove['run'] = async (move) => {
    setPending(true)
    setFailure(null)
    try {
      await move(client)
      notifications.show({ message: t('done'), autoClose: 3_000 })
      return true
    } catch (error) {
      setFailure(error instanceof TRPCClientError && error.data ? error.message : t('unreachable'))
      return false
    } finally {
      await queryClient.invalidateQueries(trpc.proposals.pathFilter())
      setPending(false)
    }
  }
  return { pending, failure, run }
}
