import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { KeysPanel } from './keys-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.keys')
  return { title: t('title') }
}

/** Settings > Keys. */
export default async function KeysPage() {
  await requirePermission('keys.read')
  return <KeysPanel />
}
