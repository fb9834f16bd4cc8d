import { Temporal } from 'temporal-polyfill'
import { type Confounder, findConfounders } from '../../domain/effects/find-confounders.ts'
import { type JudgedEffect, judgeEffect } from '../../domain/effects/judge-effect.ts'
import { type Scope, parseScope } from '../../domain/metrics/scope.ts'
import { everyMetric } from '../../domain/metrics/metrics.ts'
import { type Interval } from '../../domain/time/interval.ts'
import { localDateOf, startOfDate } from '../../domain/time/local-date.ts'
import { readMetricSeries } from '../analytics/analytics.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { listOtherChanges } from './list-other-changes.ts'
import { type StoredPlan } from './plan-row.ts'

export interface MeasuredEffect {
  readonly judged: JudgedEffect
  readonly confounders: readonly Confounder[]
  readonly zone: string
  /** Epoch ms: when the figures were counted. */
  readonly asOf: number
}

const dayMs = 86_400_000
const bucketMs = { day: dayMs, week: 7 * dayMs } as const

/** So many more buckets are read for those that the trigger and empty days take out of the baseline. */
const spareBuckets = 12

/** What is known at `now` of the effect of a change that was made at `changedAt` (epoch ms), by its plan. */
export async function measureEffect(
  plan: StoredPlan,
  changedAt: number,
  now: number,
): Promise<MeasuredEffect> {
  const { zone } = await getOrganisation()
  const trigger = triggerOf(plan, zone)
  const span = spanOf(plan, changedAt, trigger, now)
  const points = await readMetricSeries(plan.metric, scopeOf(plan, span, zone), now)
  const changes = await listOtherChanges(span)
  const confounders = findConfounders(changes, { self: plan.proposalId, metric: plan.metric, span })
  const judged = judgeEffect({
    ...plan,
    changedAt,
    trigger,
    plannedVersion: plan.metricVersion,
    currentVersion: everyMetric[plan.metric].version,
    points,
    confounders,
  })
  return { judged, confounders, zone, asOf: now }
}

function triggerOf({ triggerFirst, triggerLast }: StoredPlan, zone: string): Interval | null {
  if (triggerFirst === null || triggerLast === null) return null
  return {
    from: startOfDate(Temporal.PlainDate.from(triggerFirst), zone),
    to: startOfDate(Temporal.PlainDate.from(triggerLast).add({ days: 1 }), zone),
  }
}

/** From the first bucket that the baseline may need to the end of the window, or now. */
function spanOf(plan: StoredPlan, changedAt: number, trigger: Interval | null, now: number): Interval {
  const width = bucketMs[plan.bucket]
  const triggered = trigger === null ? 0 : Math.max(0, trigger.to - trigger.from)
  const from = changedAt - (plan.baselineBuckets + spareBuckets) * width - triggered
  return { from, to: Math.min(now, changedAt + (plan.windowBuckets + 2) * width) }
}

function scopeOf(plan: StoredPlan, span: Interval, zone: string): Scope {
  const last = Math.max(span.from, span.to - 1)
  return parseScope({
    period: `${localDateOf(span.from, zone)}..${localDateOf(last, zone)}`,
    ...{ compare: 'none', bucket: plan.bucket, zone, filter: plan.filters },
  })
}
