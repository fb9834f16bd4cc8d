import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { KindsPanel } from '@/app/organisation/kinds/kinds-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisation.kinds')
  return { title: t('title') }
}

/** Settings > Case kinds. */
export default async function KindsPage() {
  await requirePermission('desks.read')
  return <KindsPanel />
}
