import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { MessagePage } from './components/message-page.tsx'

export async function generateMetadata() {
  const t = await getTranslations('shell.pages.forbidden')
  return { title: t('title') }
}

export default async function ForbiddenPage() {
  const t = await getTranslations('shell.pages.forbidden')
  return (
    <MessagePage title={t('title')} text={t('text')}>
      <Link href="/">{t('action')}</Link>
    </MessagePage>
  )
}
