import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import { EarlierIncidents } from '@/app/thresholds/earlier-incidents.tsx'
import { VersionsHistory } from '@/app/thresholds/versions-history.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('thresholds')
  return { title: t('historyTitle') }
}

/** Thresholds > history. */
export default async function ThresholdsHistoryPage() {
  await requirePermission('thresholds.read')
  const t = await getTranslations('thresholds')
  return (
    <>
      <PageHead title={t('historyTitle')} text={t('historyLead')} />
      <EarlierIncidents />
      <VersionsHistory />
    </>
  )
}
