'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { transactionHref } from '@/app/(product)/transactions/transaction-href.ts'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { answers } from '@/domain/what-if/tail-chunk.ts'
import classes from './thresholds.module.css'

/** The purchases about which a stopped rule had asked, or those about which it would have asked since. */
export function AffectedPurchases(props: {
  readonly incidentId: string
  readonly side: 'asked' | 'heldBack'
}) {
  const { incidentId, side } = props
  const t = useTranslations('thresholds.incident')
  const words = useTranslations('what-if')
  const trpc = useTRPC()
  const pages = useInfiniteQuery(
    trpc.thresholds.affected.infiniteQueryOptions(
      { incidentId, side, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  )
  const answerOf = (outcome: string | null) =>
    words(`answers.${answers.find((one) => one === outcome) ?? 'pending'}`)
  return (
    <Panel title={t(`${side}Title`)}>
      <p className={classes.quiet}>{t(`${side}Lead`)}</p>
      <Answered query={pages} what={t(`${side}Title`)} height={160}>
        {(data) => (
          <DataTable
            label={t(`${side}Title`)}
            rows={data.pages.flatMap(({ items }) => items)}
            rowKey={({ transactionId, customerRef }) => `${customerRef} ${transactionId}`}
            rowHref={({ transactionId }) => transactionHref(transactionId)}
            total={data.pages[0]?.total}
            onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
            isLoadingMore={pages.isFetchingNextPage}
            empty={<p className={classes.quiet}>{t('none')}</p>}
            columns={[
              {
                key: 'transaction',
                header: words('examples.transaction'),
                cell: ({ transactionId }) => transactionId,
              },
              { key: 'at', header: words('examples.at'), cell: ({ at }) => <Instant at={at} /> },
              { key: 'customer', header: t('customer'), cell: ({ customerRef }) => customerRef },
              {
                key: 'amount',
                header: words('examples.amount'),
                align: 'end',
                cell: (row) => <Money amountMinor={row.amountMinor} currency={row.currency} />,
              },
              ...(side === 'asked'
                ? [
                    {
                      key: 'answer',
                      header: words('outcomes.answer'),
                      cell: ({ outcome }: { readonly outcome: string | null }) => answerOf(outcome),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Answered>
    </Panel>
  )
}
