import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ImportsPanel } from './imports-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title') }
}

/** Settings > Imports. */
export default async function ImportsPage() {
  await requirePermission('imports.read')
  return <ImportsPanel />
}
