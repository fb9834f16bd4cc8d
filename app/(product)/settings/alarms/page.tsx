import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { AlarmsPanel } from './alarms-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alarms')
  return { title: t('title') }
}

/** Settings > Alarms. */
export default async function AlarmsPage() {
  await requirePermission('analytics.read')
  return <AlarmsPanel />
}
