import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import { EffectsList } from '@/app/effects/effects-list.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('effects')
  return { title: t('title') }
}

/** What became of every accepted proposal. */
export default async function EffectsPage() {
  await requirePermission('effects.read')
  const t = await getTranslations('effects')
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      <EffectsList />
    </>
  )
}
