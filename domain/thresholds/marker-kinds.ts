/** What charts show at an instant: after it, the same numbers mean something else. */
export const markerKinds = [
  'thresholdsActivated',
  'thresholdsRamping',
  'thresholdsRolledBack',
  'thresholdsReturned',
  'ruleTripped',
  'ruleRearmed',
] as const

export type MarkerKind = (typeof markerKinds)[number]
