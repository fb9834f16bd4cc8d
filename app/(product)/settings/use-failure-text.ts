'use client'

import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import type { InputProblem } from '@/domain/errors/app-error.ts'

interface FailureData {
  readonly appCode?: string
  readonly problems?: readonly InputProblem[]
  readonly details?: { readonly reason?: unknown }
}

/** What a refused change says in the person's language, and to which field it belongs (null: to the whole form). */
export interface FailureText {
  readonly field: string | null
  readonly text: string
}

/** Puts a failure of access's procedures into words. */
export function useFailureText(): (error: unknown) => FailureText {
  const t = useTranslations('access.failures')
  return (error) => {
    const data = readData(error)
    const problem = data.problems?.[0]
    const keys = [problem?.code.replace('.', '_'), problem?.path, data.details?.reason, data.appCode]
    const key = keys.find((word): word is string => typeof word === 'string' && t.has(word))
    const text = key === undefined ? t('other', { message: String((error as Error).message) }) : t(key)
    return { field: problem?.path ?? null, text }
  }
}

function readData(error: unknown): FailureData {
  return error instanceof TRPCClientError ? ((error.data ?? {}) as FailureData) : {}
}
