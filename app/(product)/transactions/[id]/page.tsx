import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { TransactionPanel } from './transaction-panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts.transactionPage')
  return { title: t('pageTitle') }
}

/** One purchase, asked about or not: what was known, and how every rule looked at it. */
export default async function TransactionPage({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>
}) {
  await requirePermission('alerts.read')
  const { id } = await params
  return <TransactionPanel id={decodeURIComponent(id)} />
}
