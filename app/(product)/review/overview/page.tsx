import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ReviewOverview } from './review-overview.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-overview')
  return { title: t('title') }
}

/** What moved, why, and where to look. */
export default async function ReviewOverviewPage() {
  await requirePermission('analytics.read')
  return <ReviewOverview />
}
