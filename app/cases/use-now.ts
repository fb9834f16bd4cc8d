'use client'

import { useEffect, useState } from 'react'

/** The clock of the page in epoch ms, moving every ten seconds: often enough for waits, calm enough to read. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
