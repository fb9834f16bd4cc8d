'use client'

import { createContext, useContext } from 'react'

/** Something that happened at an instant, as charts show it. */
export interface TimedMarker {
  readonly id: string
  /** Epoch ms. */
  readonly at: number
  readonly label: string
  /** What it stands for; null: only words. */
  readonly href: string | null
  /** The page before and after it, side by side; null: too early to say. */
  readonly compareHref: string | null
}

/** What happened in the page's period: every chart over time below draws it. */
export const MarkersContext = createContext<readonly TimedMarker[]>([])

export function useTimedMarkers(): readonly TimedMarker[] {
  return useContext(MarkersContext)
}
