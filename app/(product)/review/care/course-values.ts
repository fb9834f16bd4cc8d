import type { CareFigure } from '@/domain/metrics/care/care-answer.ts'

/** The numbers of a figure that a course draws; null where the figure has none. */
export const p50Of = (figure: CareFigure) => (figure.kind === 'duration' ? figure.durations.p50.value : null)
export const p90Of = (figure: CareFigure) => (figure.kind === 'duration' ? figure.durations.p90.value : null)
export const longestOf = (figure: CareFigure) =>
  figure.kind === 'duration' ? figure.durations.p50.longest : null
export const rateOf = (figure: CareFigure) => (figure.kind === 'rate' ? figure.rate.value : null)
export const countOf = (figure: CareFigure) => (figure.kind === 'count' ? figure.count : null)
