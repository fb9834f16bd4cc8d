'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import type { AlertData } from './alert-data.ts'
import classes from './alert.module.css'

/** The transaction as it was sent and corrected; the latest revision counts. */
export function Revisions({ data }: { readonly data: Pick<AlertData, 'revisions' | 'zone'> }) {
  const t = useTranslations('alerts.page')
  return (
    <>
      <p className={classes.quiet}>{t('revisionsLead')}</p>
      <DataTable
        label={t('revisions')}
        rows={data.revisions}
        rowKey={({ revision }) => String(revision)}
        columns={[
          {
            key: 'revision',
            header: t('revisionColumns.revision'),
            cell: ({ revision, current }) => (current ? `${revision} · ${t('counts')}` : revision),
          },
          {
            key: 'receivedAt',
            header: t('revisionColumns.receivedAt'),
            cell: ({ receivedAt }) => <Instant at={receivedAt} zone={data.zone} style="dateTimeSeconds" />,
          },
          {
            key: 'amount',
            header: t('revisionColumns.amount'),
            align: 'end',
            cell: ({ amountMinor, currency }) => <Money amountMinor={amountMinor} currency={currency} />,
          },
          {
            key: 'decision',
            header: t('revisionColumns.decision'),
            cell: ({ decision }) => t(`decision.${decision}`),
          },
          {
            key: 'ruleSet',
            header: t('revisionColumns.ruleSet'),
            cell: ({ ruleSetVersion }) => t('version', { version: ruleSetVersion }),
          },
        ]}
      />
    </>
  )
}
