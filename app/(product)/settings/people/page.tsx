import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PeoplePanel } from './people-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.people')
  return { title: t('title') }
}

/** Settings > People. */
export default async function PeoplePage() {
  await requirePermission('people.read')
  return <PeoplePanel />
}
