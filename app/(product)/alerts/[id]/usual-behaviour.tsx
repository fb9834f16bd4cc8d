'use client'

import { useTranslations } from 'next-intl'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import type { AlertData } from './alert-data.ts'
import classes from './alert.module.css'

/** What this customer usually pays, beside what it was this time. */
export function UsualBehaviour({
  data,
}: {
  readonly data: Pick<AlertData, 'usual' | 'transaction' | 'zone'>
}) {
  const t = useTranslations('alerts.page')
  const { usual, transaction, zone } = data
  const { currency } = transaction
  if (usual === null) return <p>{t('noUsual')}</p>
  return (
    <>
      <p className={classes.quiet}>{t('usualLead', { count: usual.count })}</p>
      <FactList>
        <Fact name={t('thisOne')}>
          <Money amountMinor={transaction.amountMinor} currency={currency} />
        </Fact>
        <Fact name={t('usualAmount')}>
          <Money amountMinor={usual.medianMinor} currency={currency} />
        </Fact>
        <Fact name={t('largest')}>
          <Money amountMinor={usual.largestMinor} currency={currency} />
        </Fact>
      </FactList>
      {usual.latest.length > 0 && (
        <>
          <h3 className={classes.small}>{t('latest')}</h3>
          <ul className={classes.earlier}>
            {usual.latest.map((purchase) => (
              <li key={purchase.transactionId}>
                <Instant at={purchase.occurredAt} zone={zone} />
                <span>{purchase.name}</span>
                <Money amountMinor={purchase.amountMinor} currency={purchase.currency} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
