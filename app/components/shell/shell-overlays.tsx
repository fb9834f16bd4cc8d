'use client'

import { useHotkeys } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { useShortcuts } from './use-shortcuts.ts'

const CommandPalette = dynamic(
  () => import('./command-palette.tsx').then(({ CommandPalette }) => CommandPalette),
  { ssr: false },
)
const ShortcutsSheet = dynamic(
  () => import('./shortcuts-sheet.tsx').then(({ ShortcutsSheet }) => ShortcutsSheet),
  { ssr: false },
)

/**
 * What lies over the pages and is seen only when asked for, and the keys that ask: Ctrl-K always, `/` and `?` unless the person has
 * switched shortcuts off. Their code comes when they are first asked for.
 */
export function ShellOverlays(props: {
  /** How often the palette was asked for; every time opens it. */
  readonly palette: { readonly asks: number; readonly onAsk: () => void }
  readonly sheet: { readonly opened: boolean; readonly onOpen: () => void; readonly onClose: () => void }
}) {
  const { palette, sheet } = props
  useHotkeys([['mod+K', palette.onAsk]])
  useShortcuts([
    ['/', palette.onAsk, { usePhysicalKeys: false }],
    // With Shift on most keyboards, without where a layout has a key of its own for it.
    ['shift+?', sheet.onOpen, { usePhysicalKeys: false }],
    ['?', sheet.onOpen, { usePhysicalKeys: false }],
  ])
  return (
    <>
      {palette.asks > 0 && <CommandPalette asks={palette.asks} />}
      {sheet.opened && <ShortcutsSheet onClose={sheet.onClose} />}
    </>
  )
}
