import type { Action } from '@/domain/access/permissions.ts'

interface Shortcut {
  readonly keys: readonly string[]
  /** Key of its words under `shell.shortcuts`. */
  readonly words: string
  /** Shown to roles that may do this; absent: to everybody. */
  readonly permission?: Action
}

/** Every shortcut, one line each, as the sheet shows them: keys as pressed. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['/', 'Ctrl K'], words: 'search' },
  { keys: ['?'], words: 'sheet' },
  { keys: ['D'], words: 'day' },
  { keys: ['W'], words: 'week' },
  { keys: ['M'], words: 'month' },
  { keys: ['Y'], words: 'year' },
  { keys: ['←', '→'], words: 'shift' },
  { keys: ['X'], words: 'compare' },
  { keys: ['T'], words: 'table' },
  { keys: ['E'], words: 'export' },
  { keys: ['Esc'], words: 'clear' },
  { keys: ['N'], words: 'next', permission: 'alerts.work' },
  { keys: ['C'], words: 'claim', permission: 'alerts.work' },
  { keys: ['A'], words: 'attempt', permission: 'alerts.work' },
  { keys: ['1', '2', '3', '4'], words: 'outcomes', permission: 'alerts.work' },
  { keys: ['G'], words: 'giveBack', permission: 'alerts.work' },
]
