import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { EndpointPanel } from './endpoint-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks')
  return { title: t('title') }
}

/** Settings > Webhooks > one endpoint, with its messages. */
export default async function EndpointPage({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>
}) {
  await requirePermission('webhooks.read')
  return <EndpointPanel endpointId={(await params).id} />
}
