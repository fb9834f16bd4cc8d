'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ScopeState } from '@/app/components/scope/use-scope.ts'
import { FilteredToNothing } from '@/app/components/states/filtered-to-nothing.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { scopeQuery } from '@/domain/metrics/scope.ts'

/** Nothing in this scope: because of the filters, or because cases lie in another period, with the way there. */
export function CareEmpty({ state, path }: { readonly state: ScopeState; readonly path: string }) {
  const t = useTranslations('review-handoffs.empty')
  if (state.scope.filters.length > 0) {
    return <FilteredToNothing onClear={() => state.setScope({ ...state.scope, filters: [] })} />
  }
  const query = scopeQuery({ ...state.scope, period: { kind: 'all' }, compare: null, completeOnly: false })
  return (
    <NoData
      title={t('title')}
      text={t('text')}
      action={
        <Button component={Link} href={`${path}?${query}`}>
          {t('all')}
        </Button>
      }
    />
  )
}
