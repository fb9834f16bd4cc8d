'use client'

import { type QueryFilters, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC, useTRPCClient } from './client.tsx'
import { refusalWords } from './refusal-words.ts'

/** A move that runs, and what became of the last one. */
export interface Move {
  readonly pending: boolean
  /** Why the server refused, in the reader's language where there are words for it. */
  readonly failure: string | null
  /**
   * Makes the move; true when the server took it. What it may have changed is asked again either way. `done`: what to say of a move
   * that saved nothing.
   */
  run(move: (client: ReturnType<typeof useTRPCClient>) => Promise<unknown>, done?: string): Promise<boolean>
}

/**
 * One guarded move at a time; when somebody else was faster the page shows what happened meanwhile. The words of an area are
 * `saved`, `unreachable` and `refusals`, by the reasons that the server gives.
 */
export function useMove(
  area: string,
  touched: (trpc: ReturnType<typeof useTRPC>) => readonly QueryFilters[],
): Move {
  const t = useTranslations(area)
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const run: Move['run'] = async (move, done = t('saved')) => {
    setPending(true)
    setFailure(null)
    try {
      await move(client)
      showNotice({ message: done, autoClose: 3_000 })
      return true
    } catch (error) {
      setFailure(refusalWords(error, t))
      return false
    } finally {
      await Promise.all(touched(trpc).map((filter) => queryClient.invalidateQueries(filter)))
      setPending(false)
    }
  }
  return { pending, failure, run }
}
