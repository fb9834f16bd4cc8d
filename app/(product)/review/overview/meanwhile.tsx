'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TimedMarker } from '@/app/components/figure/markers-context.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { ReachedLink } from '@/app/components/reached-link.tsx'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatScope, type Scope } from '@/domain/metrics/scope.ts'
import { yearBefore } from '@/domain/views/year-before.ts'
import { useMarkerWords } from '../frame/use-marker-words.ts'
import classes from './overview.module.css'

/** So many of what happened before the period: what still lasts began some time. */
const earlierAtMost = 5

/**
 * What happened in the period, and the last things before it, which may explain a change, each with the page before and after it.
 * Nothing when nothing did.
 */
export function Meanwhile({ scope }: { readonly scope: Scope }) {
  const t = useTranslations('components.figure')
  const own = useTranslations('review-overview')
  const trpc = useTRPC()
  const { organisation } = useShell()
  const [now] = useState(() => Date.now())
  const before = yearBefore(scope, { now, zone: scope.zone ?? organisation.zone })
  const { data } = useQuery(
    trpc.views.markers.queryOptions({ scope: before ?? {} }, { enabled: before !== null }),
  )
  const { data: during } = useQuery(trpc.views.markers.queryOptions({ scope: formatScope(scope) }))
  const markers = useMarkerWords(during?.markers ?? [])
  const earlier = useMarkerWords((data?.markers ?? []).slice(-earlierAtMost)).toReversed()
  return (
    <>
      {markers.length > 0 && (
        <Panel title={t('markers')}>
          <MarkerList markers={markers} />
        </Panel>
      )}
      {earlier.length > 0 && (
        <Panel title={own('earlier')}>
          <MarkerList markers={earlier} />
        </Panel>
      )}
    </>
  )
}

function MarkerList({ markers }: { readonly markers: readonly TimedMarker[] }) {
  const t = useTranslations('components.figure')
  return (
    <ul className={classes.meanwhile}>
      {markers.map(({ id, at, label, href, compareHref }) => (
        <li key={id}>
          <span className={classes.quiet}>
            <Instant at={at} />
          </span>{' '}
          {href === null ? label : <ReachedLink href={href}>{label}</ReachedLink>}
          {compareHref !== null && (
            <>
              {' · '}
              <ReachedLink href={compareHref}>{t('beforeAfter')}</ReachedLink>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
