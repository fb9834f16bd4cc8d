'use client'

import { lazy, type ReactNode, Suspense, useState } from 'react'
import { askingButton, type OpeningButton } from './asking-button.ts'

export interface PopoverButtonProps {
  readonly button: OpeningButton
  readonly position?: 'bottom-start' | 'bottom-end'
  /** px; as wide as its content when left out. */
  readonly width?: number
  readonly withArrow?: boolean
  readonly className?: string
  /** Its accessible name; the button's when left out. */
  readonly label?: string
  readonly onOpen?: () => void
  /** Fetches the code of the content, as soon as somebody reaches for the button. */
  readonly preload?: () => Promise<unknown>
  readonly children: (close: () => void) => ReactNode
}

const load = () => import('./open-popover.tsx')
const OpenPopover = lazy(async () => ({ default: (await load()).OpenPopover }))

/** A button with a card under it, which keeps the focus until it is closed. The code of cards comes when somebody reaches for the first one. */
export function PopoverButton(props: PopoverButtonProps) {
  const [asked, setAsked] = useState(false)
  const resting = askingButton(props.button, 'dialog', {
    onReach: () => void Promise.all([load(), props.preload?.()]),
    onAsk: () => setAsked(true),
  })
  if (!asked) return resting
  return (
    <Suspense fallback={resting}>
      <OpenPopover {...props} />
    </Suspense>
  )
}
