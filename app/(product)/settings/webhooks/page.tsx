import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { EndpointsPanel } from './endpoints-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks')
  return { title: t('title') }
}

/** Settings > Webhooks. */
export default async function WebhooksPage() {
  await requirePermission('webhooks.read')
  return <EndpointsPanel />
}
