'use client'

import { Checkbox, NativeSelect, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { digestRhythms } from '@/domain/notifications/digest-time.ts'
import { notificationKinds, notificationKindsOf } from '@/domain/notifications/notification-kinds.ts'
import classes from './notifications.module.css'

/** What a person wants to hear of, and how often by e-mail; every change is kept at once. */
export function NotificationChoices() {
  const t = useTranslations('notifications')
  const language = useLanguage()
  const { role } = useShell().person
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const query = useQuery(trpc.notifications.choice.queryOptions())
  const save = useMutation(
    trpc.notifications.saveChoice.mutationOptions({
      onSuccess: () => showNotice({ message: t('saved'), autoClose: 2_000 }),
      onError: () => showNotice({ message: t('failed'), color: 'red' }),
      onSettled: () => queryClient.invalidateQueries(trpc.notifications.choice.queryFilter()),
    }),
  )
  return (
    <Answered query={query} what={t('choices')} height={320}>
      {({ digest, muted }) => (
        <Stack gap="xs">
          <p className={classes.time}>{t('choicesLead')}</p>
          <NativeSelect
            label={t('digest')}
            value={digest}
            maw={320}
            disabled={save.isPending}
            onChange={({ currentTarget: { value } }) => {
              const rhythm = digestRhythms.find((known) => known === value)
              if (rhythm !== undefined) save.mutate({ digest: rhythm, muted })
            }}
            data={digestRhythms.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
          />
          {notificationKindsOf(role).map((kind) => (
            <Checkbox
              key={kind}
              label={notificationKinds[kind].name[language]}
              checked={!muted.includes(kind)}
              disabled={save.isPending}
              onChange={({ currentTarget: { checked } }) =>
                save.mutate({
                  digest,
                  muted: checked ? muted.filter((one) => one !== kind) : [...muted, kind],
                })
              }
            />
          ))}
        </Stack>
      )}
    </Answered>
  )
}
