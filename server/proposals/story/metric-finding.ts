import { type Finding } from '../../../domain/proposals/finding.ts'
import { type EveryMetricKey, everyMetric } from '../../../domain/metrics/metrics.ts'
import { type Scope, scopeQuery } from '../../../domain/metrics/scope.ts'
import { datesPeriod } from '../../../domain/time/period.ts'
import { type MetricLevel, readMetricLevel } from '../../analytics/analytics.ts'

/** Levels, which a part and the whole have in common; of counts and sums a part is always less than the whole. */
const levelUnits: readonly string[] = ['share', 'duration', 'average']

/**
 * What a metric says in the scope that somebody looked at, against the usual: a filtered level against everything in the same
 * time, anything else against the time before. The period becomes its dates, so that the finding stays what was seen.
 */
export async function measureMetricFinding(
  metric: EveryMetricKey,
  looked: Scope,
  now: number,
): Promise<Finding> {
  const scope: Scope = { ...looked, compare: looked.compare ?? { kind: 'previous' } }
  const here = await readMetricLevel(metric, scope, now)
  if (here === null) return { kind: 'metric', metric, scope: scopeQuery(looked), level: null }
  const { firstDate, lastDate } = here.period
  const seen = scopeQuery({ ...looked, period: datesPeriod(firstDate, lastDate) })
  const { value, n } = here.now
  if (value === null) return { kind: 'metric', metric, scope: seen, level: null }
  const usual = await findUsual(metric, scope, here, now)
  const { currency } = here
  return { kind: 'metric', metric, scope: seen, level: { value, n, firstDate, lastDate, usual, currency } }
}

async function findUsual(metric: EveryMetricKey, scope: Scope, here: MetricLevel, now: number) {
  if (scope.filters.length > 0 && levelUnits.includes(everyMetric[metric].unit)) {
    const whole = await readMetricLevel(metric, { ...scope, filters: [], compare: null }, now)
    return usualOf(whole?.now ?? null, 'everything' as const)
  }
  return usualOf(here.earlier, 'before' as const)
}

function usualOf<Of extends string>(level: MetricLevel['earlier'], of: Of) {
  return level === null || level.value === null ? null : { value: level.value, n: level.n, of }
}
