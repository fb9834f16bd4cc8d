'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import { makeFilter } from '@/domain/metrics/filter.ts'
import { defaultScope } from '@/domain/metrics/scope.ts'
import type { AlertData } from './alert-data.ts'
import classes from './alert.module.css'

/** The latest other questions about this customer, and the way to all of them. */
export function OtherAlerts({ data, labelOf }: { readonly data: AlertData; readonly labelOf: ValueLabel }) {
  const t = useTranslations('alerts.page')
  const states = useTranslations('alerts.states')
  const { latest, total } = data.others
  if (total === 0) return <p>{t('othersNone')}</p>
  const scope = {
    ...defaultScope,
    period: { kind: 'all' } as const,
    filters: [makeFilter('customer', 'is', [data.alert.customerRef])],
  }
  return (
    <>
      <ul className={classes.earlier}>
        {latest.map((other) => (
          <li key={other.id}>
            <Link href={`/alerts/${other.id}`}>{other.reference}</Link>
            <Instant at={other.raisedAt} zone={data.zone} />
            <span>{other.outcome === null ? states(other.status) : labelOf('outcome', other.outcome)}</span>
            <Money amountMinor={other.amountMinor} currency={other.currency} />
          </li>
        ))}
      </ul>
      <Link href={rowsHref('alerts', scope)}>{t('othersAll', { count: total })}</Link>
    </>
  )
}
