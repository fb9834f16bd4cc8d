'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { localeOf } from '@/domain/format/locale.ts'
import type { Language } from '@/domain/language/language.ts'
import classes from './wallboard.module.css'

const everyMs = 15_000

/** Three rounds missed: a screen that stands still must not look like a quiet hour. */
const staleAfterMs = 3 * everyMs

/** Has the page asked again every 15 s while it is seen, and says from when it is; loudly when it could not be renewed. */
export function Renewal(props: {
  readonly asOf: number
  readonly language: Language
  /** The organisation's: a screen may hang on a computer that was set to another. */
  readonly zone: string
  readonly words: { readonly fresh: string; readonly stale: string }
}) {
  const router = useRouter()
  const [now, setNow] = useState(props.asOf)
  useEffect(() => {
    const asking = setInterval(() => {
      setNow(Date.now())
      if (document.visibilityState === 'visible') router.refresh()
    }, everyMs)
    return () => clearInterval(asking)
  }, [router])
  const stale = now - props.asOf > staleAfterMs
  const time = new Date(props.asOf).toLocaleTimeString(localeOf[props.language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: props.zone,
  })
  return (
    <p className={classes.asOf} role="status" data-stale={stale || undefined} suppressHydrationWarning>
      {stale ? props.words.stale : props.words.fresh} {time}
    </p>
  )
}
