import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { WallboardsPanel } from './wallboards-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wallboards')
  return { title: t('title') }
}

/** Settings > Wallboards. */
export default async function WallboardsPage() {
  await requirePermission('wallboards.write')
  return <WallboardsPanel />
}
