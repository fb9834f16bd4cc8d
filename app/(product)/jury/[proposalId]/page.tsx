import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { JuryProposalView } from '@/app/jury/jury-proposal.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('jury')
  return { title: t('title') }
}

/** One proposal before the jury. */
export default async function JuryProposalPage({
  params,
}: {
  readonly params: Promise<{ proposalId: string }>
}) {
  await requirePermission('jury.read')
  return <JuryProposalView proposalId={(await params).proposalId} />
}
