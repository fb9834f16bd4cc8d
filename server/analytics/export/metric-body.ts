import { isoInstant } from '../../../domain/format/format-instant.ts'
import { type Measured, type MetricAnswer, type Point } from '../../../domain/metrics/metric-answer.ts'

/** A metric's answer as other systems read it: times as RFC 3339 with the offset of the answer's zone. */
export function metricBody(answer: MetricAnswer) {
  const { definition, zone, comparison, series } = answer
  return {
    definition,
    asOf: isoInstant(answer.asOf, zone),
    zone,
    bucket: answer.bucket,
    ...measuredBody(answer, zone),
    ...(comparison !== null && {
      comparison: {
        ...measuredBody(comparison, zone),
        difference: comparison.difference,
        covered: comparison.covered,
      },
    }),
    ...(series !== null && {
      series: series.map(({ by, total, points }) => ({
        by: { [by.dimension]: by.value },
        total,
        points: pointsBody(points, zone),
      })),
    }),
    excluded: answer.excluded,
  }
}

function measuredBody({ period, total, points }: Measured, zone: string) {
  return {
    from: isoInstant(period.from, zone),
    to: isoInstant(period.to, zone),
    total,
    points: pointsBody(points, zone),
  }
}

function pointsBody(points: readonly Point[], zone: string) {
  return points.map((point) => ({
    ...point,
    from: isoInstant(point.from, zone),
    to: isoInstant(point.to, zone),
  }))
}
