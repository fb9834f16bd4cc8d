'use client'

import { SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { transactionHref } from '@/app/(product)/transactions/transaction-href.ts'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { RuleSet } from '@/domain/screening/rule.ts'
import { answers } from '@/domain/what-if/tail-chunk.ts'
import classes from './what-if.module.css'

const sides = ['gained', 'lost'] as const

/** Purchases on which draft and active rules differ, each with its question where there was one. */
export function ExamplesList(props: {
  readonly runId: string
  readonly draft: RuleSet
  readonly gained: number
  readonly lost: number
}) {
  const t = useTranslations('what-if')
  const language = useLanguage()
  const trpc = useTRPC()
  const [chosen, setChosen] = useState<(typeof sides)[number] | null>(null)
  // Until somebody chooses, the side that has something to show.
  const side = chosen ?? (props.gained === 0 && props.lost > 0 ? 'lost' : 'gained')
  const pages = useInfiniteQuery(
    trpc.whatIf.examples.infiniteQueryOptions(
      { runId: props.runId, side, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor, retry: false },
    ),
  )
  const nameOf = new Map(props.draft.rules.map(({ key, name }) => [key, name[language]]))
  return (
    <section aria-label={t('examples.title')}>
      <h3>{t('examples.title')}</h3>
      <SegmentedControl
        aria-label={t('examples.title')}
        fullWidth
        maw={480}
        classNames={{ label: classes.wrapped }}
        value={side}
        onChange={(value) => setChosen(value as typeof side)}
        data={sides.map((value) => ({ value, label: t(`examples.${value}`, { count: props[value] }) }))}
      />
      <Answered query={pages} what={t('examples.title')} height={160}>
        {(data) => (
          <DataTable
            label={t('examples.title')}
            rows={data.pages.flatMap(({ items }) => items)}
            rowKey={({ transactionId, customerRef }) => `${customerRef} ${transactionId}`}
            rowHref={({ transactionId }) => transactionHref(transactionId, props.draft.version)}
            total={props[side]}
            onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
            isLoadingMore={pages.isFetchingNextPage}
            empty={<p>{t('examples.none')}</p>}
            columns={[
              {
                key: 'transaction',
                header: t('examples.transaction'),
                cell: ({ transactionId }) => transactionId,
              },
              { key: 'at', header: t('examples.at'), cell: ({ occurredAt }) => <Instant at={occurredAt} /> },
              {
                key: 'amount',
                header: t('examples.amount'),
                align: 'end',
                cell: (row) => <Money amountMinor={row.amountMinor} currency={row.currency} />,
              },
              {
                key: 'rules',
                header: t('examples.rules'),
                cell: ({ rules }) => rules.map((rule) => nameOf.get(rule) ?? rule).join(', '),
              },
              {
                key: 'answer',
                header: t('outcomes.answer'),
                cell: ({ alert }) =>
                  t(
                    `answers.${alert === null ? 'neverAsked' : (answers.find((one) => one === alert.outcome) ?? 'pending')}`,
                  ),
              },
            ]}
          />
        )}
      </Answered>
    </section>
  )
}
