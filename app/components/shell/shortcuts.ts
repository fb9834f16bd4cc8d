/** Every shortcut, one line each, as the sheet shows them: key as pressed, and the key of its words under `shell.shortcuts`. */
export const shortcuts = [
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
] as const
