import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ReviewProposals } from './review-proposals.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-proposals')
  return { title: t('title') }
}

/** What becomes of proposals: how fast they are answered, how far they come, and what they were worth. */
export default async function ReviewProposalsPage() {
  await requirePermission('analytics.read')
  return <ReviewProposals />
}
