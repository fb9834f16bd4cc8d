import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { NewCaseForm } from '@/app/cases/new-case-form.tsx'
import { PageHead } from '@/app/components/page-head.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cases.new')
  return { title: t('title') }
}

/** Opening a case, or with one press an emergency. */
export default async function NewCasePage({
  searchParams,
}: {
  readonly searchParams: Promise<{ emergency?: string }>
}) {
  await requirePermission('cases.work')
  const t = await getTranslations('cases.new')
  const emergency = (await searchParams).emergency === '1'
  return (
    <>
      <PageHead title={t(emergency ? 'emergency' : 'title')} text={t(emergency ? 'emergencyText' : 'text')} />
      <NewCaseForm />
    </>
  )
}
