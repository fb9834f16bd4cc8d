import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PlaybookPanel } from '@/app/organisation/playbooks/playbook-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisation.playbooks')
  return { title: t('title') }
}

/** Settings > Playbooks > one playbook. */
export default async function PlaybookPage({
  params,
}: {
  readonly params: Promise<{ readonly playbook: string }>
}) {
  await requirePermission('desks.read')
  return <PlaybookPanel playbookKey={decodeURIComponent((await params).playbook)} />
}
