import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { EffectView } from '@/app/effects/effect-view.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('effects')
  return { title: t('title') }
}

/** What became of one accepted proposal. */
export default async function EffectPage({ params }: { readonly params: Promise<{ proposalId: string }> }) {
  await requirePermission('effects.read')
  return <EffectView proposalId={(await params).proposalId} />
}
