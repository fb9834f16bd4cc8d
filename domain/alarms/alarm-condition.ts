import { z } from 'zod'
import { everyMetric, type EveryMetricKey, everyMetricKeys } from '../metrics/metrics.ts'

/** What an alarm cannot watch: money has no one currency, a mix no one number, and what is only known as of now no hours. */
export const alarmMetricKeys = everyMetricKeys.filter((key) => {
  const metric = everyMetric[key]
  const isMeasured = !('measure' in metric) || metric.measure.kind !== 'live'
  return (
    isMeasured &&
    metric.unit !== 'money' &&
    metric.unit !== 'distribution' &&
    !('splitBy' in metric && metric.unit === 'share')
  )
})

/** Whether a figure is a count whose hours add up: only of those is known how an hour usually scatters. */
export function isCounted(key: EveryMetricKey): boolean {
  const { total, unit }: { readonly total: string; readonly unit: string } = everyMetric[key]
  return total === 'sum' && unit !== 'money'
}

/** What a limit is written in: a number, percent of a share, minutes of a median. */
export function limitUnitOf(key: EveryMetricKey): 'number' | 'percent' | 'minutes' {
  const { unit } = everyMetric[key]
  if (unit === 'share') return 'percent'
  return unit === 'duration' ? 'minutes' : 'number'
}

/** Over which complete hours a figure is looked at. */
export const windowHours = [1, 24, 168] as const

const side = z.enum(['above', 'below'])

/**
 * When an alarm is raised. `threshold`: the figure passes a limit. `unusual`: the count of an hour is more than so many standard
 * deviations from the mean of the same hour of the eight weeks before. `noData`: nothing at all for so many hours.
 */
export const alarmConditionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('threshold'),
    side,
    /** A number, a share 0..1, or ms of a median. */
    limit: z.number().min(0).max(1e9),
    hours: z.literal(windowHours),
    /** Fewer observations say nothing. */
    leastN: z.int().min(0).max(1_000_000),
    /** How far back it must come to end, as a share of the limit: keeps it from ringing at every step around it. */
    hysteresis: z.number().min(0).max(0.9),
  }),
  z.object({
    kind: z.literal('unusual'),
    side,
    deviations: z.number().min(1).max(10),
    leastN: z.int().min(0).max(1_000_000),
  }),
  z.object({ kind: z.literal('noData'), hours: z.int().min(1).max(168) }),
])

export type AlarmCondition = z.output<typeof alarmConditionSchema>
