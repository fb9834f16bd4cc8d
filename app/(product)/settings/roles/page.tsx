import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import { RolesTable } from './roles-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.roles')
  return { title: t('title') }
}

/** Settings > Roles: the permission list as it is. */
export default async function RolesPage() {
  await requirePermission('people.read')
  const t = await getTranslations('access.roles')
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      <RolesTable />
    </>
  )
}
