import { type SignalScale } from './signal.ts'

/** Where a value lies between the ends of a signal's scale, 0 to 1; values beyond the ends lie at them. */
export function scalePosition(scale: SignalScale, value: number): number {
  const { kind, min, max } = scale
  if (value <= min) return 0
  if (value >= max) return 1
  return kind === 'linear' ? (value - min) / (max - min) : Math.log(value / min) / Math.log(max / min)
}

/** The value at a place on a signal's scale: the inverse of `scalePosition` between its ends. */
export function valueAtPosition(scale: SignalScale, position: number): number {
  const { kind, min, max } = scale
  return kind === 'linear' ? min + position * (max - min) : min * (max / min) ** position
}
