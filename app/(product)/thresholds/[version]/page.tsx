import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { requirePermission } from '@/app/access/require-permission.ts'
import { VersionView } from '@/app/thresholds/version-view.tsx'

interface Props {
  readonly params: Promise<{ version: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('thresholds')
  return { title: t('version', { version: Number((await params).version) || 0 }) }
}

/** Thresholds > one version. */
export default async function VersionPage({ params }: Props) {
  await requirePermission('thresholds.read')
  const { version } = await params
  if (!/^[1-9]\d{0,8}$/.test(version)) notFound()
  return <VersionView number={Number(version)} />
}
