import { isoInstant } from '../../../domain/format/format-instant.ts'
import { type CareMetricAnswer, type PlainFigure } from '../../../domain/metrics/care/care-metric-answer.ts'
import { type Figure, type MetricAnswer } from '../../../domain/metrics/metric-answer.ts'
import { type SurvivalQuantile } from '../../../domain/statistics/kaplan-meier.ts'

type AnyFigure = Figure | PlainFigure
type AnyPoint = AnyFigure & { readonly from: number; readonly to: number }

interface AnyMeasured {
  readonly period: { readonly from: number; readonly to: number }
  readonly total: AnyFigure
  readonly points: readonly AnyPoint[]
}

/**
 * A metric's answer as other systems read it: times as RFC 3339 with the offset of the answer's zone, durations in seconds,
 * money in minor units.
 */
export function metricBody(answer: MetricAnswer | CareMetricAnswer) {
  const { definition, zone, comparison, series } = answer
  const write: Write = { zone, isDuration: definition.unit === 'duration' }
  return {
    definition,
    asOf: isoInstant(answer.asOf, zone),
    zone,
    bucket: answer.bucket,
    ...measuredBody(answer, write),
    ...(comparison !== null && {
      comparison: {
        ...measuredBody(comparison, write),
        difference: differenceBody(comparison.difference, write),
        covered: comparison.covered,
      },
    }),
    ...(series !== null && { series: series.map((part) => seriesBody(part, write)) }),
    excluded: answer.excluded,
  }
}

interface Write {
  readonly zone: string
  readonly isDuration: boolean
}

type AnySeries = NonNullable<(MetricAnswer | CareMetricAnswer)['series']>[number]

function seriesBody(part: AnySeries, write: Write) {
  const { by, total, points } = part
  const named = 'dimension' in by && 'value' in by ? { [by.dimension!]: by.value! } : by
  const inSeconds = { ...write, isDuration: true }
  return {
    by: named,
    total: figureBody(total, write),
    points: points.map((point) => pointBody(point, write)),
    ...('acceptance' in part && part.acceptance && { acceptance: figureBody(part.acceptance, inSeconds) }),
    ...('gap' in part && part.gap && { gap: figureBody(part.gap, inSeconds) }),
    ...('bounced' in part && part.bounced && { bounced: figureBody(part.bounced, write) }),
  }
}

function measuredBody({ period, total, points }: AnyMeasured, write: Write) {
  return {
    from: isoInstant(period.from, write.zone),
    to: isoInstant(period.to, write.zone),
    total: figureBody(total, write),
    points: points.map((point) => pointBody(point, write)),
  }
}

function pointBody({ from, to, ...figure }: AnyPoint, write: Write) {
  return { ...figureBody(figure, write), from: isoInstant(from, write.zone), to: isoInstant(to, write.zone) }
}

function figureBody(figure: AnyFigure, { isDuration }: Write) {
  const { waiting, ...plain } = figure
  if (!isDuration) return { ...plain, ...(waiting && { waiting }) }
  const { value, low, high } = plain
  return {
    ...{ ...plain, value: secondsOf(value) },
    ...(low !== undefined && high !== undefined && { low: secondsOf(low), high: secondsOf(high) }),
    ...(waiting && { waiting: waitingBody(waiting) }),
  }
}

function waitingBody({ p90, longest, oldestOpenMs, ...rest }: NonNullable<AnyFigure['waiting']>) {
  return {
    ...rest,
    p90: quantileBody(p90),
    longest: secondsOf(longest),
    oldestOpen: secondsOf(oldestOpenMs),
  }
}

function quantileBody({ value, low, high, longest }: SurvivalQuantile) {
  return {
    ...{ value: secondsOf(value), low: secondsOf(low), high: secondsOf(high) },
    longest: secondsOf(longest),
  }
}

function differenceBody(
  difference: NonNullable<(MetricAnswer | CareMetricAnswer)['comparison']>['difference'],
  { isDuration }: Write,
) {
  if (difference === null || !isDuration) return difference
  const { current, earlier, absolute } = difference
  return {
    ...difference,
    ...{ current: secondsOf(current), earlier: secondsOf(earlier), absolute: secondsOf(absolute) },
  }
}

function secondsOf(ms: number | null): number | null {
  return ms === null ? null : ms / 1_000
}
