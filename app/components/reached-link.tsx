'use client'

import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link whose page is fetched ahead when somebody points at it or reaches it by key. Pages with dozens of links would otherwise ask for
 * all of their pages while they are loading themselves.
 */
export function ReachedLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [reached, setReached] = useState(false)
  const reach = () => setReached(true)
  return <Link {...props} prefetch={reached ? null : false} onPointerEnter={reach} onFocus={reach} />
}
