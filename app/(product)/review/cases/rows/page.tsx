import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { CareRows } from '../../care/care-rows.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-cases')
  return { title: t('title') }
}

/** The rows behind a figure of Review > Cases. */
export default async function CasesRowsPage() {
  await requirePermission('analytics.read')
  return <CareRows of="cases" />
}
