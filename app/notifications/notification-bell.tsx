'use client'

import { ActionIcon, Button, Indicator } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { Icon } from '@/app/components/line-icon.tsx'
import { PopoverButton } from '@/app/components/overlay/popover-button.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import classes from './notifications.module.css'

/** What concerns the person: the number unread on the bell, the last ones behind it, each a link that marks itself as read. */
export function NotificationBell() {
  const t = useTranslations('notifications')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const query = useQuery(trpc.notifications.list.queryOptions(undefined, { refetchInterval: 60_000 }))
  const read = useMutation(
    trpc.notifications.read.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.notifications.list.queryFilter()),
    }),
  )
  const unread = query.data?.unread ?? 0
  const items = query.data?.items ?? []
  return (
    <Indicator label={unread} disabled={unread === 0} size={16} offset={4} inline>
      <PopoverButton
        position="bottom-end"
        width={360}
        label={t('title')}
        // Who opens the list wants what is new now, not what was new at the last look.
        onOpen={() => void query.refetch()}
        button={
          <ActionIcon aria-label={t('bell', { count: unread })}>
            <Icon name="bell" />
          </ActionIcon>
        }
      >
        {(close) => (
          <>
            {items.length === 0 ? (
              <p className={classes.time}>{t('none')}</p>
            ) : (
              <ul className={classes.list}>
                {items.map(({ id, at, style, sentence, href, isRead }) => (
                  <li key={id} data-unread={!isRead || undefined}>
                    <Link
                      href={href}
                      onClick={() => {
                        close()
                        if (!isRead) read.mutate({ ids: [id] })
                      }}
                    >
                      {sentence}
                    </Link>
                    <span className={classes.time}>
                      <Instant at={at} style={style} /> {!isRead && `· ${t('unread')}`}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {unread > 0 && (
              <Button variant="default" size="compact-sm" mt="sm" onClick={() => read.mutate({ ids: 'all' })}>
                {t('readAll')}
              </Button>
            )}
          </>
        )}
      </PopoverButton>
    </Indicator>
  )
}
