'use client'

import { useTranslations } from 'next-intl'
import { Fact } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import type { AlertData } from './alert-data.ts'

/** What the sender said about a purchase: lines of a `FactList`. */
export function PurchaseFacts({
  data,
}: {
  readonly data: Pick<AlertData, 'transaction' | 'revisions' | 'zone'>
}) {
  const t = useTranslations('alerts.page')
  const labelOf = useValueLabel()
  const { transaction, revisions, zone } = data
  const counterparty = transaction.payee ?? transaction.merchant
  const latest = revisions.find(({ current }) => current)
  return (
    <>
      <Fact name={t('amount')}>
        <Money amountMinor={transaction.amountMinor} currency={transaction.currency} />
      </Fact>
      <Fact name={t('channel')}>{labelOf('channel', transaction.channel)}</Fact>
      <Fact name={t('segment')}>{transaction.segment}</Fact>
      <Fact name={t('counterparty')}>{counterparty?.name ?? counterparty?.ref}</Fact>
      <Fact name={t('place')}>{transaction.place?.country}</Fact>
      <Fact name={t('card')}>
        {transaction.cardPresent === null ? null : t(`cardPresent.${transaction.cardPresent}`)}
      </Fact>
      <Fact name={t('occurredAt')}>
        <Instant at={transaction.occurredAt} zone={zone} style="dateTimeSeconds" />
      </Fact>
      <Fact name={t('receivedAt')}>
        {latest && <Instant at={latest.receivedAt} zone={zone} style="dateTimeSeconds" />}
      </Fact>
    </>
  )
}
