'use client'

import { useTranslations } from 'next-intl'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import type { AlertData } from './alert-data.ts'
import { PurchaseFacts } from './purchase-facts.tsx'

/** What the alert and its purchase are, as far as the sender said. */
export function AlertFacts({ data, labelOf }: { readonly data: AlertData; readonly labelOf: ValueLabel }) {
  const t = useTranslations('alerts.page')
  const states = useTranslations('alerts.states')
  const { alert, transaction, zone } = data
  return (
    <FactList>
      <Fact name={t('state')}>
        {alert.outcome === null ? states(alert.status) : labelOf('outcome', alert.outcome)}
      </Fact>
      <Fact name={t('severity')}>{labelOf('severity', alert.severity)}</Fact>
      <Fact name={t('transaction')}>{transaction.id}</Fact>
      <PurchaseFacts data={data} />
      <Fact name={t('raisedAt')}>
        <Instant at={alert.raisedAt} zone={zone} style="dateTimeSeconds" />
      </Fact>
      <Fact name={t('ruleSet')}>{t('version', { version: alert.ruleSetVersion })}</Fact>
    </FactList>
  )
}
