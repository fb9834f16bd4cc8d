import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ReviewOutcomes } from './review-outcomes.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-outcomes')
  return { title: t('title') }
}

/** What came of the questions, what they averted and what was missed. */
export default async function ReviewOutcomesPage() {
  await requirePermission('analytics.read')
  return <ReviewOutcomes />
}
