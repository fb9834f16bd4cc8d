'use client'

import { TRPCClientError } from '@trpc/client'
import type { ReactNode } from 'react'
import { Failed } from './failed.tsx'
import { Forbidden } from './forbidden.tsx'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'
import { PanelBoundary } from './panel-boundary.tsx'
import { Stale } from './stale.tsx'

/** The part of a React Query result that decides what a person sees. */
interface Query<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly dataUpdatedAt: number
  readonly isFetching: boolean
  refetch(): unknown
}

/**
 * What a question to the server has come to: loading, the answer, the last good answer with its time, no permission, or a
 * failure with its reason and a retry. Also keeps a failure while drawing to this part of the page.
 */
export function Answered<Data>(props: {
  readonly query: Query<Data>
  readonly children: (data: Data) => ReactNode
  /** Names the part in the message of a failure. */
  readonly what?: string
  /** Height of what comes, so that nothing jumps. */
  readonly height?: number | string
  /** Stands there when what was asked for does not exist, instead of words for anything. */
  readonly notFound?: ReactNode
}) {
  const { query } = props
  const retry = () => void query.refetch()
  if (query.data !== undefined) {
    return (
      <PanelBoundary what={props.what}>
        {query.error !== null && <Stale at={query.dataUpdatedAt} onRetry={retry} />}
        {props.children(query.data)}
      </PanelBoundary>
    )
  }
  if (query.error === null) return <Loading height={props.height} />
  const code = codeOf(query.error)
  if (code === 'forbidden') return <Forbidden />
  if (code === 'notFound') return props.notFound ?? <NotFound />
  return <Failed what={props.what} why={reasonOf(query.error)} onRetry={retry} />
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null
  return (error.data as { appCode?: string } | null | undefined)?.appCode ?? null
}

/** The server's own words; a failure of the network has words of the browser, which say nothing to anybody. */
function reasonOf(error: unknown): string | undefined {
  return codeOf(error) === null ? undefined : (error as Error).message
}
