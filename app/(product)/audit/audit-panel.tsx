'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { PageHead } from '@/app/components/page-head.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { useAuditFilter } from './use-audit-filter.ts'
import { VerifyButton } from './verify-button.tsx'

/** The audit with its filters, the newest entry first. */
export function AuditPanel() {
  const t = useTranslations('access.audit')
  const trpc = useTRPC()
  const filter = useAuditFilter()
  const entries = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(filter.asked, {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      <VerifyButton />
      <AuditFilters filter={filter} />
      <Answered query={entries} what={t('title')} height={320}>
        {({ pages }) => (
          <AuditTable
            entries={pages.flatMap((page) => page.items)}
            filter={filter}
            onMore={entries.hasNextPage ? () => void entries.fetchNextPage() : undefined}
            isLoadingMore={entries.isFetchingNextPage}
          />
        )}
      </Answered>
    </>
  )
}
