import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ReviewHandoffs } from './review-handoffs.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-handoffs')
  return { title: t('title') }
}

/** How customers fare when one desk hands them over to another. */
export default async function ReviewHandoffsPage() {
  await requirePermission('analytics.read')
  return <ReviewHandoffs />
}
