import { type CareFigure } from '../../../domain/metrics/care/care-answer.ts'

/** The one number of a figure and what it rests on: a share, a median in ms or of indices, a count; null where it has none. */
export function numberOfFigure(figure: CareFigure | null): {
  readonly value: number | null
  readonly n: number
} {
  switch (figure?.kind) {
    case undefined:
      return { value: null, n: 0 }
    case 'rate':
      return { value: figure.rate.value, n: figure.rate.denominator }
    case 'duration':
      return { value: figure.durations.p50.value, n: figure.durations.n }
    case 'count':
      return { value: figure.count, n: figure.count }
    case 'index':
      return { value: figure.index.p50.value, n: figure.index.n }
    case 'distribution':
      return { value: null, n: figure.n }
    default:
      return figure satisfies never
  }
}
