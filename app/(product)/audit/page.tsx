import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { AuditPanel } from './audit-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.audit')
  return { title: t('title') }
}

/** Who changed what and when. */
export default async function AuditPage() {
  await requirePermission('audit.read')
  return <AuditPanel />
}
