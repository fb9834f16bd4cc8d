import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import { JuryList } from '@/app/jury/jury-list.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('jury')
  return { title: t('title') }
}

/** Proposals that wait for the jury. */
export default async function JuryPage() {
  await requirePermission('jury.read')
  const t = await getTranslations('jury')
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      <JuryList />
    </>
  )
}
