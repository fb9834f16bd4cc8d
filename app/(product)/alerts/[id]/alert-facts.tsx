'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import type { AlertData } from './alert-data.ts'
import classes from './alert.module.css'

/** What the alert and its transaction are, as far as the sender said. */
export function AlertFacts({ data, labelOf }: { readonly data: AlertData; readonly labelOf: ValueLabel }) {
  const t = useTranslations('alerts.page')
  const states = useTranslations('alerts.states')
  const { alert, transaction, zone } = data
  const counterparty = transaction.payee ?? transaction.merchant
  const latest = data.revisions[0]
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('state'), alert.outcome === null ? states(alert.status) : labelOf('outcome', alert.outcome)],
    [t('severity'), labelOf('severity', alert.severity)],
    [
      t('amount'),
      <Money key="amount" amountMinor={transaction.amountMinor} currency={transaction.currency} />,
    ],
    [t('channel'), labelOf('channel', transaction.channel)],
    [t('segment'), transaction.segment],
    [t('counterparty'), counterparty === null ? null : (counterparty.name ?? counterparty.ref)],
    [t('place'), transaction.place?.country ?? null],
    [
      t('transaction'),
      transaction.cardPresent === null
        ? transaction.id
        : `${transaction.id} · ${t(`cardPresent.${transaction.cardPresent}`)}`,
    ],
    [
      t('occurredAt'),
      <Instant key="occurred" at={transaction.occurredAt} zone={zone} style="dateTimeSeconds" />,
    ],
    [
      t('receivedAt'),
      latest && <Instant key="received" at={latest.receivedAt} zone={zone} style="dateTimeSeconds" />,
    ],
    [t('raisedAt'), <Instant key="raised" at={alert.raisedAt} zone={zone} style="dateTimeSeconds" />],
    [t('ruleSet'), t('version', { version: alert.ruleSetVersion })],
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
}
