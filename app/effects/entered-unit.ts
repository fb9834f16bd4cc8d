import type { FigureUnit } from '@/app/charts/figure-data.ts'

const minuteMs = 60_000

/** What people type: points for shares, minutes for durations, the number itself otherwise. */
export function toEntered(size: number, unit: FigureUnit): number {
  if (unit.kind === 'share') return Math.round(size * 1_000) / 10
  return unit.kind === 'duration' ? Math.round(size / minuteMs) : size
}

/** The metric's unit of what people typed; the inverse of `toEntered`. */
export function fromEntered(entered: number, unit: FigureUnit): number {
  if (unit.kind === 'share') return entered / 100
  return unit.kind === 'duration' ? entered * minuteMs : entered
}
