'use client'

import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { MarkersContext } from '@/app/components/figure/markers-context.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { findReviewPage } from '@/domain/views/review-pages.ts'
import classes from './frame.module.css'
import { NoteButton } from './note-button.tsx'
import { ShareButton } from './share-button.tsx'
import { useMarkerWords } from './use-marker-words.ts'
import { ViewsMenu } from './views-menu.tsx'

/** The frame of a Review page. Pages of rows have no charts and no views: they stand alone. */
export function ReviewFrame({ children }: { readonly children: ReactNode }) {
  const page = findReviewPage(usePathname())
  const mayRead = useMay('analytics.read')
  const mayWrite = useMay('views.write')
  const trpc = useTRPC()
  const { texts, query } = useScope()
  const { data } = useQuery(
    trpc.views.markers.queryOptions({ scope: texts }, { enabled: page !== null && mayRead }),
  )
  const timed = useMarkerWords(data?.markers ?? [])
  if (page === null || !mayRead) return children
  return (
    <MarkersContext value={timed}>
      <Group className={classes.tools} gap={8} data-no-print>
        <ViewsMenu key={page} page={page} />
        {mayWrite && <ShareButton page={page} query={query} />}
        {mayWrite && <NoteButton />}
      </Group>
      {children}
    </MarkersContext>
  )
}
