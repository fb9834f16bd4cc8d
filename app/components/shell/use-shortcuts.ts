'use client'

import { type HotkeyItem, useHotkeys } from '@mantine/hooks'
import { useShell } from './shell-context.tsx'

/** Binds keys while the page is shown: never inside inputs, and not at all for people who have switched shortcuts off. */
export function useShortcuts(bindings: readonly HotkeyItem[]): void {
  const { person } = useShell()
  useHotkeys(person.shortcuts ? [...bindings] : [])
}
