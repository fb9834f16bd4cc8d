'use client'

import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/app/trpc/client.tsx'
import { useFailureText } from '../use-failure-text.ts'

/** The changes of one person from the list: each is told about, and the list is read again whatever came of it. */
export function usePeopleChanges() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const t = useTranslations('access.people')
  const failureText = useFailureText()
  const told = {
    onSuccess: () => notifications.show({ message: t('saved'), autoClose: 3_000 }),
    onError: (error: unknown) => notifications.show({ message: failureText(error).text, color: 'red' }),
    onSettled: () => queryClient.invalidateQueries(trpc.people.list.queryFilter()),
  }
  return {
    changeRole: useMutation(trpc.people.changeRole.mutationOptions(told)),
    disable: useMutation(trpc.people.disable.mutationOptions(told)),
    enable: useMutation(trpc.people.enable.mutationOptions(told)),
  }
}
