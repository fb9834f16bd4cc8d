'use client'

import { lazy, Suspense, useState } from 'react'
import { askingButton, type OpeningButton } from './asking-button.ts'
import type { MenuEntry } from './menu-entry.ts'

export interface MenuButtonProps {
  readonly button: OpeningButton
  readonly entries: readonly MenuEntry[]
  readonly position?: 'bottom-start' | 'bottom-end'
  /** px; as wide as its entries when left out. */
  readonly width?: number
  /** px; longer menus scroll. */
  readonly maxHeight?: number
  readonly className?: string
  readonly onClose?: () => void
}

const load = () => import('./open-menu.tsx')
const OpenMenu = lazy(async () => ({ default: (await load()).OpenMenu }))

/** A button with a menu. The code of menus comes when somebody reaches for the first one, not with the page. */
export function MenuButton(props: MenuButtonProps) {
  const [asked, setAsked] = useState(false)
  const resting = askingButton(props.button, 'menu', {
    onReach: () => void load(),
    onAsk: () => setAsked(true),
  })
  if (!asked) return resting
  return (
    <Suspense fallback={resting}>
      <OpenMenu {...props} />
    </Suspense>
  )
}
