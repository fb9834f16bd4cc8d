import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { ProposalView } from '@/app/proposals/proposal-view.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('proposals')
  return { title: t('one') }
}

/** One proposal: an own draft to write on, or a story with its answer. */
export default async function ProposalPage({ params }: { readonly params: Promise<{ proposalId: string }> }) {
  await requirePermission('proposals.read')
  return <ProposalView proposalId={(await params).proposalId} />
}
