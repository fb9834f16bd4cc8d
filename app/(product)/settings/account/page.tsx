import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { NotificationChoices } from '@/app/notifications/notification-choices.tsx'
import { OwnPasswordForm } from './own-password-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.account')
  return { title: t('title') }
}

/** What a person may change about their own account; language, colours and shortcuts stand in the header. */
export default async function AccountPage() {
  const { name, email, role } = await requirePermission('preferences.write')
  const t = await getTranslations('access')
  const words = await getTranslations('notifications')
  return (
    <>
      <PageHead
        title={t('account.title')}
        text={t('account.who', { name, email, role: t(`roles.${role}`) })}
      />
      <Panel title={t('account.password')}>
        <OwnPasswordForm email={email} />
      </Panel>
      <Panel title={words('choices')} id="notifications">
        <NotificationChoices />
      </Panel>
    </>
  )
}
