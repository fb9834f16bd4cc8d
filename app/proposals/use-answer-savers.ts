'use client'

import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useTRPCClient } from '@/app/trpc/client.tsx'
import { refusalWords } from '@/app/trpc/refusal-words.ts'
import { longestOf, type StoryKey, storyKeys } from '@/domain/proposals/story.ts'
import { type AnswerContent, AnswerSaver, type SaveResult } from './answer-saver.ts'
import type { OwnStory } from './use-proposal.ts'

export type AnswerSavers = Readonly<Record<StoryKey, AnswerSaver>>

/** One saver for each answer of an own draft; leaving the page with something unsaved asks first. */
export function useAnswerSavers(proposalId: string, writing: OwnStory): AnswerSavers {
  const client = useTRPCClient()
  const t = useTranslations('proposals')
  const [savers] = useState(() => {
    const saverOf = (key: StoryKey) =>
      new AnswerSaver(async ({ text, choices }: AnswerContent, version): Promise<SaveResult> => {
        const longest = longestOf(key)
        // Nothing is cut off what somebody pasted: they are told, and choose what to leave out.
        if (text.length > longest)
          return { kind: 'refused', message: t('save.tooLong', { length: text.length, longest }) }
        try {
          const saved = await client.proposals.saveAnswer.mutate({
            ...{ proposalId, key, text, choices: [...choices], version },
          })
          return { kind: 'saved', ...saved }
        } catch (error) {
          return resultOf(error, refusalWords(error, t))
        }
      }, writing.answers[key])
    return Object.fromEntries(storyKeys.map((key) => [key, saverOf(key)])) as unknown as AnswerSavers
  })
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (storyKeys.some((key) => savers[key].read().status !== 'saved')) event.preventDefault()
    }
    const retry = () => {
      for (const key of storyKeys) if (savers[key].read().status === 'offline') void savers[key].flush()
    }
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', retry)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', retry)
      // Leaving by a link inside the product keeps what was typed last.
      for (const key of storyKeys) void savers[key].flush()
    }
  }, [savers])
  return savers
}

function resultOf(error: unknown, message: string): SaveResult {
  const data =
    error instanceof TRPCClientError
      ? (error.data as { appCode?: string; details?: { reason?: unknown } } | null | undefined)
      : null
  if (!data?.appCode) return { kind: 'offline' }
  return data.details?.reason === 'otherWindow' ? { kind: 'conflict' } : { kind: 'refused', message }
}
