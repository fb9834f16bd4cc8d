import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { AskingPolicyPanel } from '@/app/alerts-desk/asking-policy-panel.tsx'
import { PageHead } from '@/app/components/page-head.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alert-desk.policy')
  return { title: t('title') }
}

/** Settings > Asking. */
export default async function AskingPage() {
  await requirePermission('alertPolicy.read')
  const t = await getTranslations('alert-desk.policy')
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      <AskingPolicyPanel />
    </>
  )
}
