/** Below this many observations a figure is shown grey. */
export const greyBelow = 20

/** Below this many observations no percentage is shown, only the counts; person-level rows are hidden. */
export const hideBelow = 5

/** How much weight a figure of `n` observations can bear: `enough`, `few` (grey) or `tooFew` (counts only). */
export type Footing = 'enough' | 'few' | 'tooFew'

/** The footing of `n` observations. */
export function footingOf(n: number): Footing {
  if (n < hideBelow) return 'tooFew'
  return n < greyBelow ? 'few' : 'enough'
}
