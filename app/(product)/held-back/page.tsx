import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { HeldBackPanel } from '@/app/alerts-desk/held-back-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alert-desk.heldBack')
  return { title: t('title') }
}

/** What fired and did not ask. */
export default async function HeldBackPage() {
  await requirePermission('heldBack.read')
  return <HeldBackPanel />
}
