import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ProposalList } from '@/app/proposals/proposal-list.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('proposals')
  return { title: t('title') }
}

/** Everything that colleagues proposed, and what came of it. */
export default async function ProposalsPage() {
  await requirePermission('proposals.read')
  return <ProposalList />
}
