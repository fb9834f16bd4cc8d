import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { MyAlerts } from '@/app/alerts-desk/my-alerts.tsx'
import { BeginCase, MyWork } from '@/app/cases/my-work.tsx'
import { PresencePanel } from '@/app/cases/presence-panel.tsx'
import { PageHead } from '@/app/components/page-head.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cases.work')
  return { title: t('title') }
}

/** My work: what one person has to do, most pressing first. */
export default async function WorkPage() {
  await requirePermission('cases.work')
  const t = await getTranslations('cases.work')
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} actions={<BeginCase />} />
      <MyWork />
      <MyAlerts />
      <PresencePanel />
    </>
  )
}
