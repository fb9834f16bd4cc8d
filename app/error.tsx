'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { MessagePage } from './components/message-page.tsx'

/** What a page that fails is replaced by; the number leads to the failure in the server's log. */
export default function FailedPage({
  error,
  retry,
}: {
  readonly error: unknown
  readonly retry: () => void
}) {
  const t = useTranslations('shell.pages.failed')
  const digest = (error as { digest?: string } | null)?.digest
  return (
    <MessagePage title={t('title')} text={digest === undefined ? t('textPlain') : t('text', { digest })}>
      <Button onClick={retry}>{t('action')}</Button>
      <Link href="/">{t('home')}</Link>
    </MessagePage>
  )
}
