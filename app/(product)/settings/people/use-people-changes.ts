'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { useFailureText } from '../use-failure-text.ts'

/** The changes of one person from the list: each is told about, and the list is read again whatever came of it. */
export function usePeopleChanges() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const t = useTranslations('access.people')
  const failureText = useFailureText()
  const told = {
    onSuccess: () => showNotice({ message: t('saved'), autoClose: 3_000 }),
    onError: (error: unknown) => showNotice({ message: failureText(error).text, color: 'red' }),
    onSettled: () => queryClient.invalidateQueries(trpc.people.list.queryFilter()),
  }
  return {
    changeRole: useMutation(trpc.people.changeRole.mutationOptions(told)),
    disable: useMutation(trpc.people.disable.mutationOptions(told)),
    enable: useMutation(trpc.people.enable.mutationOptions(told)),
  }
}
