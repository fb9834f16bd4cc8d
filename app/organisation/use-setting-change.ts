'use client'

import { useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'
import type { InputProblem } from '@/domain/errors/app-error.ts'

interface Refusal {
  readonly problems?: readonly InputProblem[]
  readonly appCode?: string
}

/** A change of settings that runs, one at a time; everything shown is asked again whatever came of it. */
export interface SettingChanging {
  readonly pending: boolean
  /** In the person's language; null: nothing was refused. */
  readonly failure: string | null
  /** True when the server took it. */
  run(
    change: (client: ReturnType<typeof useTRPCClient>['organisation']) => Promise<unknown>,
    said?: string,
  ): Promise<boolean>
}

export function useSettingChange(): SettingChanging {
  const t = useTranslations('organisation')
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const words = (error: unknown) => {
    const { problems, appCode } =
      error instanceof TRPCClientError ? ((error.data ?? {}) as Refusal) : ({} as Refusal)
    const message = problems?.[0]?.message ?? String((error as Error).message)
    const key = [problems?.[0]?.code, appCode].find(
      (word): word is string => typeof word === 'string' && t.has(`failures.${word}`),
    )
    return t(`failures.${key ?? 'other'}`, { message })
  }
  return {
    pending,
    failure,
    run: async (change, said = t('saved')) => {
      setPending(true)
      setFailure(null)
      try {
        await change(client.organisation)
        showNotice({ message: said, autoClose: 3_000 })
        return true
      } catch (error) {
        setFailure(words(error))
        return false
      } finally {
        await Promise.all([
          queryClient.invalidateQueries(trpc.organisation.pathFilter()),
          queryClient.invalidateQueries(trpc.cases.pathFilter()),
        ])
        setPending(false)
      }
    },
  }
}
