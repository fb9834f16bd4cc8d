import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ReportsPanel } from './reports-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports')
  return { title: t('title') }
}

/** Settings > Reports. */
export default async function ReportsPage() {
  await requirePermission('analytics.read')
  return <ReportsPanel />
}
