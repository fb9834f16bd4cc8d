'use client'

import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'
import { refusalWords } from '@/app/trpc/refusal-words.ts'

/** What the server said when it refused a move. */
export interface VersionRefusal {
  readonly words: string
  readonly code: string | null
  readonly details: Readonly<Record<string, unknown>>
}

export interface VersionMoving {
  readonly pending: boolean
  readonly refusal: VersionRefusal | null
  forget(): void
  /** Makes the move and gives the server's answer, `null` when it refused; everything about versions is asked again either way. */
  run<Answer>(
    move: (client: ReturnType<typeof useTRPCClient>) => Promise<Answer>,
    said?: string,
  ): Promise<{ readonly answer: Answer } | null>
}

/** One guarded move at a time. */
export function useVersionMove(): VersionMoving {
  const t = useTranslations('thresholds')
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<VersionRefusal | null>(null)
  const run: VersionMoving['run'] = async (move, said) => {
    setPending(true)
    setRefusal(null)
    try {
      const answer = await move(client)
      if (said !== undefined) showNotice({ message: said, autoClose: 3_000 })
      return { answer }
    } catch (error) {
      const data =
        error instanceof TRPCClientError
          ? (error.data as { appCode?: string; details?: Record<string, unknown> } | null)
          : null
      setRefusal({
        words: refusalWords(error, t),
        code: data?.appCode ?? null,
        details: data?.details ?? {},
      })
      return null
    } finally {
      await queryClient.invalidateQueries(trpc.thresholds.pathFilter())
      setPending(false)
    }
  }
  return { pending, refusal, forget: () => setRefusal(null), run }
}
