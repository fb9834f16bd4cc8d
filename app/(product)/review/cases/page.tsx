import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ReviewCases } from './review-cases.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-cases')
  return { title: t('title') }
}

/** How customers fare from their first word to the resolution, and what is still open. */
export default async function ReviewCasesPage() {
  await requirePermission('analytics.read')
  return <ReviewCases />
}
