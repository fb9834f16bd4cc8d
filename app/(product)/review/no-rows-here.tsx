'use client'

import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ScopeState } from '@/app/components/scope/use-scope.ts'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { FilteredToNothing } from '@/app/components/states/filtered-to-nothing.tsx'
import { Loading } from '@/app/components/states/loading.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatInstant } from '@/domain/format/format-instant.ts'
import { scopeQuery } from '@/domain/metrics/scope.ts'
import { localDateOf } from '@/domain/time/local-date.ts'
import { parsePeriod } from '@/domain/time/period.ts'

/** Nothing in this scope: because of the filters, because the data lies elsewhere (with the way there), or because there is none. */
export function NoRowsHere({ state, path }: { readonly state: ScopeState; readonly path: string }) {
  const t = useTranslations('review.empty')
  const language = useLanguage()
  const { organisation } = useShell()
  const trpc = useTRPC()
  const span = useQuery(trpc.analytics.dataSpan.queryOptions())
  if (state.scope.filters.length > 0) {
    return <FilteredToNothing onClear={() => state.setScope({ ...state.scope, filters: [] })} />
  }
  if (span.data === undefined) return <Loading height={120} />
  if (span.data === null) return <NoData text={t('noData')} />
  const zone = state.scope.zone ?? organisation.zone
  const last = span.data.to - 1
  const year = localDateOf(last, zone).slice(0, 4)
  const hrefOf = (period: string) =>
    `${path}?${scopeQuery({ ...state.scope, period: parsePeriod(period), completeOnly: false })}`
  return (
    <NoData
      title={t('elsewhere')}
      text={t('elsewhereText', {
        first: formatInstant(span.data.from, zone, language, 'date'),
        last: formatInstant(last, zone, language, 'date'),
      })}
      action={
        <Group gap="xs">
          <Button component={Link} href={hrefOf(year)}>
            {t('showYear', { year })}
          </Button>
          <Button component={Link} href={hrefOf('all')} variant="default">
            {t('showAll')}
          </Button>
        </Group>
      }
    />
  )
}
