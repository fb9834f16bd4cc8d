import { type ClientBase } from 'pg'
import { AppError } from '../../domain/errors/app-error.ts'
import { type DimensionKey, dimensions } from '../../domain/metrics/dimensions.ts'
import { compareFigures } from '../../domain/metrics/compare-figures.ts'
import { figureOf, pointOf } from '../../domain/metrics/figure-of.ts'
import {
  type Compared,
  type Measured,
  type MetricAnswer,
  type Series,
} from '../../domain/metrics/metric-answer.ts'
import { type Metric } from '../../domain/metrics/metric.ts'
import { type MetricKey, metrics } from '../../domain/metrics/metrics.ts'
import { type ResolvedScope, type ScopeWindow, resolveScope } from '../../domain/metrics/resolve-scope.ts'
import { type Scope } from '../../domain/metrics/scope.ts'
import { type Interval } from '../../domain/time/interval.ts'
import { localDateOf } from '../../domain/time/local-date.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { countExcluded } from './count-excluded.ts'
import { findDataSpan } from './data-span.ts'
import { type Count, type Counting } from './figures/count.ts'
import { metricCounts } from './figures/metric-counts.ts'
import { inSnapshot } from '../db/in-snapshot.ts'

/**
 * A metric at a scope: total, points, comparison, what is excluded and, with `by`, its parts, all of one moment of the database.
 * `within` cuts the period to instants.
 *
 * @throws AppError `invalidInput` for a dimension that cannot be split by or too many buckets, `unprocessable` for the
 * period `all` without data.
 */
export async function queryMetric(
  key: MetricKey,
  scope: Scope,
  {
    now,
    by: asked = null,
    within,
  }: { readonly now: number; readonly by?: DimensionKey | null; readonly within?: Interval },
): Promise<MetricAnswer> {
  const metric: Metric = metrics[key]
  const by = asked ?? metric.splitBy ?? null
  if (by !== null && !dimensions[by].splits) throw cannotSplit(by)
  const { zone: organisationZone } = await getOrganisation()
  return inSnapshot(async (client) => {
    const dataSpan = await findDataSpan(client)
    const resolved = resolveScope(scope, { now, organisationZone, dataSpan, ...(within && { within }) })
    const measured = await measure(client, key, resolved, resolved.window, now)
    return {
      definition: { key, ...metrics[key] },
      asOf: now,
      zone: resolved.zone,
      bucket: resolved.bucket,
      ...measured,
      comparison: await compare(client, key, resolved, measured, { now, dataSpan }),
      series: by === null ? null : await split(client, key, resolved, by, now),
      excluded: await readExcluded(client, resolved),
    }
  })
}

async function measure(
  client: ClientBase,
  key: MetricKey,
  resolved: ResolvedScope,
  window: ScopeWindow,
  now: number,
): Promise<Measured> {
  const counts = await countWindow(client, key, resolved, window, { now, split: null })
  return { period: window.period, ...figuresOf(metrics[key], window, counts, now) }
}

async function compare(
  client: ClientBase,
  key: MetricKey,
  resolved: ResolvedScope,
  current: Measured,
  { now, dataSpan }: { readonly now: number; readonly dataSpan: Interval | null },
): Promise<Compared | null> {
  if (resolved.comparison === null) return null
  const earlier = await measure(client, key, resolved, resolved.comparison, now)
  const difference = compareFigures(metrics[key], current.total, earlier.total)
  const covered = dataSpan !== null && startsInData(earlier, dataSpan)
  return { ...earlier, covered, difference: covered ? difference : { ...difference, verdict: 'unclear' } }
}

async function split(
  client: ClientBase,
  key: MetricKey,
  resolved: ResolvedScope,
  dimension: DimensionKey,
  now: number,
): Promise<Series[]> {
  const counts = await countWindow(client, key, resolved, resolved.window, { now, split: dimension })
  const byPart = new Map<string | null, Count[]>()
  for (const count of counts) byPart.set(count.part, [...(byPart.get(count.part) ?? []), count])
  const series = [...byPart].flatMap(([value, ofPart]): Series[] =>
    value === null
      ? []
      : [{ by: { dimension, value }, ...figuresOf(metrics[key], resolved.window, ofPart, now) }],
  )
  return series.sort(
    (left, right) =>
      (right.total.numerator ?? right.total.n) - (left.total.numerator ?? left.total.n) ||
      (left.by.value < right.by.value ? -1 : 1),
  )
}

async function countWindow(
  client: ClientBase,
  key: MetricKey,
  { zone, filters }: ResolvedScope,
  { period, buckets }: ScopeWindow,
  about: Pick<Counting, 'now' | 'split'>,
): Promise<Count[]> {
  if (buckets.length === 0) return []
  return metricCounts[key](client, {
    range: { from: period.from, to: period.to },
    zone,
    filters,
    edges: buckets.map(({ from }) => from),
    ...about,
  })
}

function figuresOf(metric: Metric, { buckets }: ScopeWindow, counts: readonly Count[], now: number) {
  const byBucket = new Map(counts.map((count) => [count.bucket, count]))
  return {
    total: figureOf(metric, byBucket.get(null)),
    points: buckets.map((bucket, index) => pointOf(metric, bucket, byBucket.get(index + 1), now)),
  }
}

async function readExcluded(client: ClientBase, { window, zone, filters }: ResolvedScope) {
  const { from, to } = window.period
  const [excluded] = await countExcluded(client, { range: { from, to }, zone, filters })
  return excluded ?? { withdrawn: 0, unknownCustomer: 0 }
}

/** Data that begins during the first day counts as beginning with it. */
function startsInData({ period }: Measured, dataSpan: Interval): boolean {
  return period.firstDate >= localDateOf(dataSpan.from, period.zone)
}

function cannotSplit(by: DimensionKey): AppError {
  return new AppError('invalidInput', {
    userMessage: `Figures cannot be split by ${by}. Use it as a filter, or open the rows.`,
    problems: [{ path: 'by', code: 'notSplittable', message: `Not possible: ${by}` }],
  })
}
