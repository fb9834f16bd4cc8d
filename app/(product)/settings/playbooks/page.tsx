import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PlaybooksPanel } from '@/app/organisation/playbooks/playbooks-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisation.playbooks')
  return { title: t('title') }
}

/** Settings > Playbooks. */
export default async function PlaybooksPage() {
  await requirePermission('desks.read')
  return <PlaybooksPanel />
}
