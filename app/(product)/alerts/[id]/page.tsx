import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { AlertPanel } from './alert-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts')
  return { title: t('title') }
}

/** One alert: why it was raised, what to ask, and what was known. */
export default async function AlertPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  await requirePermission('alerts.read')
  const { id } = await params
  return <AlertPanel id={id} />
}
