import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getCurrentOrganisation } from '@/app/access/current-organisation.ts'
import { requirePermission } from '@/app/access/require-permission.ts'
import { askAhead } from '@/app/trpc/ask-ahead.ts'
import { formatScope, readScope } from '@/domain/metrics/scope.ts'
import { yearBefore } from '@/domain/views/year-before.ts'
import { measureFacts } from './measure-facts.ts'
import { ReviewOverview } from './review-overview.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-overview')
  return { title: t('title') }
}

/** What moved, why, and where to look. Its figures come with the page. */
export default async function ReviewOverviewPage(props: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}) {
  await requirePermission('analytics.read')
  const [texts, organisation] = await Promise.all([props.searchParams, getCurrentOrganisation()])
  const { scope } = readScope(texts)
  const zone = scope.zone ?? organisation.zone
  const state = await askAhead(({ client, trpc, now }) => {
    const { analytics, care, views } = trpc
    const earlier = yearBefore(scope, { now, zone })
    return [
      client.prefetchQuery(analytics.overview.queryOptions({ scope: formatScope(scope) })),
      client.prefetchQuery(analytics.valueNames.queryOptions()),
      client.prefetchQuery(analytics.filterOptions.queryOptions()),
      client.prefetchQuery(care.names.queryOptions()),
      client.prefetchQuery(views.markers.queryOptions({ scope: formatScope(scope) })),
      ...(earlier === null ? [] : [client.prefetchQuery(views.markers.queryOptions({ scope: earlier }))]),
    ]
  })
  return (
    <HydrationBoundary state={state}>
      <ReviewOverview facts={measureFacts} />
    </HydrationBoundary>
  )
}
