import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requirePermission } from '@/app/access/require-permission.ts'
import { IncidentView } from '@/app/thresholds/incident-view.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('thresholds')
  return { title: t('incident.title') }
}

/** Thresholds > a rule that was stopped, with what was affected. */
export default async function IncidentPage({ params }: Props) {
  await requirePermission('thresholds.read')
  const { id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  return <IncidentView incidentId={id} />
}
