'use client'

import { Duration } from '@/app/components/duration.tsx'

/** A time that runs, in whole seconds that have passed: nobody waits for milliseconds. */
export function Elapsed({ ms }: { readonly ms: number }) {
  return <Duration ms={Math.floor(Math.max(0, ms) / 1_000) * 1_000} />
}
