'use client'

import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { useState } from 'react'

interface SearchResults {
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly groups: readonly SpotlightActionGroupData[]
}

/** What the command palette finds beyond pages and actions; each kind of thing that can be searched adds its group. */
export function useSearchResults(): SearchResults {
  const [query, setQuery] = useState('')
  return { query, setQuery, groups: [] }
}
