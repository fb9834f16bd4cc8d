import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ReviewAlerts } from './review-alerts.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review.alerts')
  return { title: t('title') }
}

/** How many questions were worth asking, which rules asked them, and when. */
export default async function ReviewAlertsPage() {
  await requirePermission('analytics.read')
  return <ReviewAlerts />
}
