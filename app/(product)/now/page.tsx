import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { OverdueAlerts } from '@/app/alerts-desk/overdue-alerts.tsx'
import { NowBoard } from '@/app/cases/now-board.tsx'
import { PageHead } from '@/app/components/page-head.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cases.now')
  return { title: t('title') }
}

/** Now: who is waiting, and for whom. */
export default async function NowPage() {
  await requirePermission('now.read')
  const t = await getTranslations('cases.now')
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      <NowBoard>
        <OverdueAlerts />
      </NowBoard>
    </>
  )
}
