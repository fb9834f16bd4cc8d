import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { CaseView } from '@/app/cases/case-view.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cases')
  return { title: t('case') }
}

/** One case. */
export default async function CasePage({ params }: { readonly params: Promise<{ caseId: string }> }) {
  await requirePermission('cases.read')
  return <CaseView caseId={(await params).caseId} />
}
