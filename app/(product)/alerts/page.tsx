import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { AlertRows } from './alert-rows.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts')
  return { title: t('title') }
}

/** Alerts, or the other rows that a figure of Review counts. */
export default async function AlertsPage() {
  await requirePermission('alerts.read')
  return <AlertRows />
}
