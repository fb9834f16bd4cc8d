'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { noticeAsked } from './notice-asked.ts'

const Notifications = dynamic(async () => (await import('@mantine/notifications')).Notifications, {
  ssr: false,
})

/** The place of notices. Most visits say nothing: its code comes with the first one. */
export function Notices() {
  const asked = useSyncExternalStore(noticeAsked.subscribe, noticeAsked.get, noticeAsked.getOnServer)
  return asked && <Notifications position="bottom-right" limit={3} />
}
