import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { DeskPanel } from '@/app/organisation/desks/desk-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisation.desks')
  return { title: t('title') }
}

/** Settings > Desks > one desk. */
export default async function DeskPage({ params }: { readonly params: Promise<{ readonly desk: string }> }) {
  await requirePermission('desks.read')
  return <DeskPanel deskKey={decodeURIComponent((await params).desk)} />
}
