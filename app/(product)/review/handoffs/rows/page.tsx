import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { CareRows } from '../../care/care-rows.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-handoffs')
  return { title: t('title') }
}

/** The rows behind a figure of Review > Handoffs. */
export default async function HandoffsRowsPage() {
  await requirePermission('analytics.read')
  return <CareRows of="handoffs" />
}
