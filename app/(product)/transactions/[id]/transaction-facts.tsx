'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import classes from '@/app/(product)/alerts/[id]/alert.module.css'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import type { TransactionPage } from '@/server/alerts/alert-page/get-transaction-page.ts'

/** What the purchase was, and what came of it. */
export function TransactionFacts({ data }: { readonly data: TransactionPage }) {
  const t = useTranslations('alerts.transactionPage')
  const page = useTranslations('alerts.page')
  const alerts = useTranslations('alerts')
  const labelOf = useValueLabel()
  const mayReadThresholds = useMay('thresholds.read')
  const { transaction, alert, zone } = data
  const counterparty = transaction.payee ?? transaction.merchant
  const latest = data.revisions.find(({ current }) => current)
  const version = page('version', { version: data.decidedBy })
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('came'), whatCame()],
    [
      page('ruleSet'),
      mayReadThresholds ? <Link href={`/thresholds/${data.decidedBy}`}>{version}</Link> : version,
    ],
    [page('amount'), <Money key="amount" {...transaction} />],
    [page('channel'), labelOf('channel', transaction.channel)],
    [page('segment'), transaction.segment],
    [page('counterparty'), counterparty === null ? null : (counterparty.name ?? counterparty.ref)],
    [page('place'), transaction.place?.country ?? null],
    [t('card'), transaction.cardPresent === null ? null : page(`cardPresent.${transaction.cardPresent}`)],
    [
      page('occurredAt'),
      <Instant key="occurred" at={transaction.occurredAt} zone={zone} style="dateTimeSeconds" />,
    ],
    [
      page('receivedAt'),
      latest && <Instant key="received" at={latest.receivedAt} zone={zone} style="dateTimeSeconds" />,
    ],
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) =>
        value === null || value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )

  function whatCame(): ReactNode {
    if (alert !== null) {
      const answer =
        alert.outcome === null ? alerts(`states.${alert.status}`) : labelOf('outcome', alert.outcome)
      return (
        <>
          {t('asked')} · <Link href={`/alerts/${alert.id}`}>{alert.reference}</Link> · {answer}
        </>
      )
    }
    if (data.heldBack.length === 0) return t('nobodyAsked')
    return (
      <>
        {t('nobodyAsked')}
        {data.heldBack.map(({ rule, lineNo, ruleName, reason }) => (
          <div key={`${rule} ${lineNo}`}>
            {ruleName}
            {lineNo > 0 && ` · ${page('lineNo', { line: lineNo })}`} · {alerts(`reasons.${reason}`)}
          </div>
        ))}
      </>
    )
  }
}
