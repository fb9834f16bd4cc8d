import type { SignalScale } from './signal.ts'

/** Where a value lies between the ends of a signal's scale, 0 to 1; values beyond the ends lie at them. */
export function scalePosition(scale: SignalScale, value: number): number {
  const { kind, min, max } = scale
  if (value <= min) return 0
  if (value >= max) return 1
  return kind === 'linear' ? (value - min) / (max - min) : Math.log(value / min) / Math.log(max / min)
}
