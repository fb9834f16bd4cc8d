'use client'

import { ActionIcon, Button, Indicator, Popover } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { Icon } from '@/app/components/line-icon.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import classes from './notifications.module.css'

/** What concerns the person: the number unread on the bell, the last ones behind it, each a link that marks itself as read. */
export function NotificationBell() {
  const t = useTranslations('notifications')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [opened, setOpened] = useState(false)
  const query = useQuery(trpc.notifications.list.queryOptions(undefined, { refetchInterval: 60_000 }))
  const read = useMutation(
    trpc.notifications.read.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.notifications.list.queryFilter()),
    }),
  )
  const unread = query.data?.unread ?? 0
  const items = query.data?.items ?? []
  const show = (shown: boolean) => {
    setOpened(shown)
    // Who opens the list wants what is new now, not what was new at the last look.
    if (shown) void query.refetch()
  }
  return (
    <Popover opened={opened} onChange={show} position="bottom-end" width={360} trapFocus returnFocus>
      <Indicator label={unread} disabled={unread === 0} size={16} offset={4} inline>
        <Popover.Target>
          <ActionIcon
            aria-label={t('bell', { count: unread })}
            aria-expanded={opened}
            onClick={() => show(!opened)}
          >
            <Icon name="bell" />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t('title')}>
        {items.length === 0 ? (
          <p className={classes.time}>{t('none')}</p>
        ) : (
          <ul className={classes.list}>
            {items.map(({ id, at, sentence, href, isRead }) => (
              <li key={id} data-unread={!isRead || undefined}>
                <Link
                  href={href}
                  onClick={() => {
                    show(false)
                    if (!isRead) read.mutate({ ids: [id] })
                  }}
                >
                  {sentence}
                </Link>
                <span className={classes.time}>
                  <Instant at={at} /> {!isRead && `· ${t('unread')}`}
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
      </Popover.Dropdown>
    </Popover>
  )
}
