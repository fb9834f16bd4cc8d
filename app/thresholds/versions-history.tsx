'use client'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { VersionEvents } from './version-events.tsx'

const pageSize = 100

/** Everything that happened to versions of the rules. */
export function VersionsHistory() {
  const t = useTranslations('thresholds')
  const trpc = useTRPC()
  const rules = useQuery(trpc.whatIf.activeRules.queryOptions())
  const history = useInfiniteQuery(
    trpc.thresholds.history.infiniteQueryOptions(
      {},
      {
        getNextPageParam: (last) => {
          const end = last.at(-1)
          return end === undefined || last.length < pageSize
            ? undefined
            : { at: end.at, version: end.version, seq: end.seq }
        },
      },
    ),
  )
  return (
    <Answered query={history} what={t('historyTitle')} height={320}>
      {({ pages }) => (
        <>
          <VersionEvents events={pages.flat()} rules={rules.data ?? []} />
          {history.hasNextPage && (
            <Button
              variant="default"
              loading={history.isFetchingNextPage}
              onClick={() => void history.fetchNextPage()}
            >
              {t('older')}
            </Button>
          )}
        </>
      )}
    </Answered>
  )
}
