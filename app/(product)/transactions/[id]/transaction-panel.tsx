'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { BasketLines } from '@/app/(product)/alerts/[id]/basket-lines.tsx'
import { Revisions } from '@/app/(product)/alerts/[id]/revisions.tsx'
import { RulesLookedAt } from '@/app/(product)/alerts/[id]/rules-looked-at.tsx'
import { UsualBehaviour } from '@/app/(product)/alerts/[id]/usual-behaviour.tsx'
import classes from '@/app/(product)/alerts/[id]/alert.module.css'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NotFound } from '@/app/components/states/not-found.tsx'
import { DecideAgain } from '@/app/thresholds/decide-again.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { TransactionFacts } from './transaction-facts.tsx'

/** Everything about one purchase, whether somebody was asked or not. */
export function TransactionPanel({ id }: { readonly id: string }) {
  const t = useTranslations('alerts.transactionPage')
  const page = useTranslations('alerts.page')
  const trpc = useTRPC()
  const mayReadThresholds = useMay('thresholds.read')
  const found = useQuery(trpc.alertPage.transaction.queryOptions({ transactionId: id }))
  return (
    <Answered
      query={found}
      height={480}
      notFound={
        <NotFound
          title={t('notFound')}
          text={t('notFoundText')}
          back={<Link href="/alerts">{page('back')}</Link>}
        />
      }
    >
      {(data) => (
        <>
          <PageHead
            title={t('title', { id: data.transaction.id })}
            text={
              <>
                {data.customer === null ? page('noCustomer') : page('customer', { ref: data.customer })} ·{' '}
                <Instant at={data.transaction.occurredAt} zone={data.zone} />
              </>
            }
            actions={
              data.alert !== null && (
                <Link href={`/alerts/${data.alert.id}`}>
                  {page('title', { reference: data.alert.reference })}
                </Link>
              )
            }
          />
          <div className={classes.columns}>
            <Panel title={t('facts')}>
              <TransactionFacts data={data} />
            </Panel>
            <Panel title={page('usual')}>
              <UsualBehaviour data={data} />
            </Panel>
          </div>
          <Panel title={page('rules')}>
            <RulesLookedAt data={data} />
          </Panel>
          {mayReadThresholds && (
            <Panel title={t('decideAgain')}>
              <DecideAgain transactionId={data.transaction.id} decidedBy={data.decidedBy} />
            </Panel>
          )}
          {data.lines.length > 0 && (
            <Panel title={page('lines')}>
              <BasketLines data={data} asked={new Set(data.firedOn)} />
            </Panel>
          )}
          {data.revisions.length > 1 && (
            <Panel title={page('revisions')}>
              <Revisions data={data} />
            </Panel>
          )}
        </>
      )}
    </Answered>
  )
}
