import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { DesksPanel } from '@/app/organisation/desks/desks-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisation.desks')
  return { title: t('title') }
}

/** Settings > Desks. */
export default async function DesksPage() {
  await requirePermission('desks.read')
  return <DesksPanel />
}
