import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import { ThresholdsHome } from '@/app/thresholds/thresholds-home.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('thresholds')
  return { title: t('title') }
}

/** Thresholds. */
export default async function ThresholdsPage() {
  await requirePermission('thresholds.read')
  const t = await getTranslations('thresholds')
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={<Link href="/thresholds/history">{t('historyTitle')}</Link>}
      />
      <ThresholdsHome />
    </>
  )
}
