'use client'

import { notifications } from '@mantine/notifications'
import { type QueryFilters, useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { InputProblem } from '@/domain/errors/app-error.ts'
import { useTRPC, useTRPCClient } from './client.tsx'

/** A move that runs, and what became of the last one. */
export interface Move {
  readonly pending: boolean
  /** Why the server refused, in the reader's language where there are words for it. */
  readonly failure: string | null
  /** Makes the move; true when the server took it. What it may have changed is asked again either way. */
  run(move: (client: ReturnType<typeof useTRPCClient>) => Promise<unknown>): Promise<boolean>
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
  const run: Move['run'] = async (move) => {
    setPending(true)
    setFailure(null)
    try {
      await move(client)
      notifications.show({ message: t('saved'), autoClose: 3_000 })
      return true
    } catch (error) {
      setFailure(wordsOf(error, t))
      return false
    } finally {
      await Promise.all(touched(trpc).map((filter) => queryClient.invalidateQueries(filter)))
      setPending(false)
    }
  }
  return { pending, failure, run }
}

interface Refusal {
  readonly problems?: readonly InputProblem[]
  readonly details?: Readonly<Record<string, unknown>>
  readonly appCode?: string
}

/** The most telling word of a refusal for which there is a text, with the figures it came with; else the server's own words. */
function wordsOf(
  error: unknown,
  t: ((key: string, values?: Record<string, string | number>) => string) & { has: (key: string) => boolean },
): string {
  if (!(error instanceof TRPCClientError) || !error.data) return t('unreachable')
  const { problems, details, appCode } = error.data as Refusal
  const known = [problems?.[0]?.code, details?.reason, appCode].find(
    (word): word is string => typeof word === 'string' && t.has(`refusals.${word}`),
  )
  if (known === undefined) return t.has('refusals.other') ? t('refusals.other') : error.message
  const values = Object.entries(details ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  )
  return t(`refusals.${known}`, Object.fromEntries(values))
}
