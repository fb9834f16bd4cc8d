import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { findQuestion } from '@/server/exports/exports.ts'
import { MyExports } from './my-exports.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports')
  return { title: t('title') }
}

/** One's own large files, and the one that a list too large for a page was asked for. */
export default async function ExportsPage(props: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}) {
  await requirePermission('analytics.export')
  return <MyExports asked={findQuestion(await props.searchParams)} />
}
