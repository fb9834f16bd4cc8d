'use client'

import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/app/trpc/client.tsx'

interface SearchResults {
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly groups: readonly SpotlightActionGroupData[]
  /** Another value whenever the server has answered. */
  readonly found: unknown
}

/** Where each kind of thing opens. */
const hrefs = {
  customers: (id: string) =>
    `/alerts?period=all&filter=${encodeURIComponent(`customer:is:${encodeURIComponent(id)}`)}`,
  alerts: (id: string) => `/alerts/${id}`,
  cases: (id: string) => `/cases/${id}`,
  proposals: (id: string) => `/proposals/${id}`,
} as const

const kinds = Object.keys(hrefs) as readonly (keyof typeof hrefs)[]

/** What the command palette finds beyond pages and actions: customers, alerts, cases and proposals that the person may open. */
export function useSearchResults(): SearchResults {
  const t = useTranslations('shell.palette.found')
  const trpc = useTRPC()
  const router = useRouter()
  const [query, setQuery] = useState('')
  const [sought] = useDebouncedValue(query.trim(), 150)
  const { data } = useQuery(
    trpc.search.find.queryOptions(
      { text: sought },
      { enabled: sought.length > 1, staleTime: 10_000, placeholderData: keepPreviousData },
    ),
  )
  const groups = kinds.flatMap((kind): SpotlightActionGroupData[] => {
    const found = sought.length > 1 ? (data?.[kind] ?? []) : []
    if (found.length === 0) return []
    return [
      {
        group: t(kind),
        actions: found.map(({ id, reference, detail }) => ({
          id: `${kind}-${id}`,
          label: reference,
          description: detail ?? undefined,
          // What the server found stays, whatever the palette's own filter makes of it.
          keywords: [query],
          onClick: () => router.push(hrefs[kind](id)),
        })),
      },
    ]
  })
  return { query, setQuery, groups, found: data }
}
