import { z } from 'zod'
import { readFilter } from '../metrics/filter.ts'
import { AppError } from '../errors/app-error.ts'
import { everyMetric } from '../metrics/metrics.ts'
import { isMeasurable } from './measurable-metrics.ts'

/** Widths of a plan's buckets: an hour is too short and a month too long to judge by. */
export const planBuckets = ['day', 'week'] as const

/** A shorter baseline does not tell how much a metric varies by itself. */
export const shortestBaseline = 16
export const longestBaseline = 60
export const shortestWindow = 6
export const longestWindow = 26

/**
 * How many buckets may be waited for after a change: three quarters of the baseline. The longer one looks the more often chance
 * looks like an effect; within this limit at most 6 % of series without a change come out as improved, however often one looks.
 */
export function longestWindowFor(baselineBuckets: number): number {
  return Math.min(longestWindow, Math.floor(baselineBuckets * 0.75))
}

const dateSchema = z.iso.date()

/** What is expected of an accepted proposal, written down before anything is changed. */
export const effectPlanSchema = z
  .strictObject({
    metric: z.string().refine(isMeasurable, 'Choose a metric that can be measured over time.'),
    /** Filters as they stand in URLs. */
    filters: z
      .array(z.string().refine((text) => typeof readFilter(text) !== 'string', 'This filter cannot be read.'))
      .max(6),
    direction: z.enum(['up good', 'down good']),
    bucket: z.enum(planBuckets),
    baselineBuckets: z.int().min(shortestBaseline).max(longestBaseline),
    windowBuckets: z.int().min(shortestWindow).max(longestWindow),
    /** In the metric's unit: a share 0..1, ms of a duration, minor units of money, otherwise a number. */
    smallestChange: z.number().positive().finite(),
    /** First and last date of what gave rise to the proposal: left out of the baseline, or the bad weeks that led to it would make any change look good. */
    triggerFirst: dateSchema.nullable(),
    triggerLast: dateSchema.nullable(),
    /** What will be done. */
    steps: z.string().trim().min(1).max(4_000),
  })
  .superRefine((plan, context) => {
    const known: readonly string[] = isMeasurable(plan.metric) ? everyMetric[plan.metric].dimensions : []
    plan.filters.forEach((text, i) => {
      const filter = readFilter(text)
      if (typeof filter === 'string' || known.includes(filter.dimension)) return
      const message = 'This metric cannot be narrowed by that. Choose a condition that the metric knows.'
      context.addIssue({ code: 'custom', path: ['filters', i], message })
    })
    if (plan.windowBuckets > longestWindowFor(plan.baselineBuckets)) {
      context.addIssue({
        code: 'custom',
        path: ['windowBuckets'],
        message: `With a baseline of ${plan.baselineBuckets} wait for at most ${longestWindowFor(plan.baselineBuckets)}: longer, and chance looks like an effect too often.`,
      })
    }
    if (
      (plan.triggerFirst === null) !== (plan.triggerLast === null) ||
      (plan.triggerFirst !== null && plan.triggerLast !== null && plan.triggerLast < plan.triggerFirst)
    ) {
      context.addIssue({
        code: 'custom',
        path: ['triggerLast'],
        message: 'Give both dates of what gave rise to the proposal, the earlier one first, or none.',
      })
    }
  })

export type EffectPlan = z.infer<typeof effectPlanSchema>

/**
 * Throws `conflict` when a plan may no longer change: it is locked, and the measure has begun or the lock stands. What is expected
 * is written down before the result can be seen.
 */
export function requireOpenPlan(plan: { readonly lockedAt: number | null }): void {
  if (plan.lockedAt === null) return
  throw new AppError('conflict', {
    userMessage:
      'The plan is locked: what is expected may not change once the work may begin. Propose anew to measure something else.',
    details: { reason: 'planLocked' },
  })
}
