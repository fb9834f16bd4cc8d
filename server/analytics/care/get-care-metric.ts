import { AppError } from '../../../domain/errors/app-error.ts'
import { type CareFigure, type CarePoint } from '../../../domain/metrics/care/care-answer.ts'
import { type CareMeasure, type CareMetric } from '../../../domain/metrics/care/care-metric.ts'
import {
  type CareMetricAnswer,
  type CareSeries,
  definitionOf,
  plainFigure,
  plainPoint,
} from '../../../domain/metrics/care/care-metric-answer.ts'
import { type CareMetricKey, careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { compareFigures } from '../../../domain/metrics/care/compare-figures.ts'
import { measure } from '../../../domain/metrics/care/measure.ts'
import { type SelectedHandoffs } from '../../../domain/metrics/care/handoff-columns.ts'
import { splitRows } from '../../../domain/metrics/care/split-rows.ts'
import { transfersOf } from '../../../domain/metrics/care/transfers.ts'
import { type CareDimensionKey } from '../../../domain/metrics/dimensions.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { localDateOf } from '../../../domain/time/local-date.ts'
import { findCareDataSpan } from './care-data-span.ts'
import { countCareExcluded } from './count-care-excluded.ts'
import { getLiveMetric } from './get-live-metric.ts'
import { judgingFor } from './judging-for.ts'
import { type CareReading, openReading } from './open-reading.ts'
import { isLiveKey } from './read-live-rows.ts'

/**
 * A metric of handoffs or cases at a scope: total, points, comparison, what is excluded and, with `by`, its parts, all of one moment of
 * the database. Distributions and the transfer matrix always have their parts. What is only known as of now has no course.
 *
 * @throws AppError `invalidInput` for a dimension that the metric does not have, a foreign filter or too many buckets,
 * `unprocessable` for the period `all` without data.
 */
export async function getCareMetric(
  key: CareMetricKey,
  scope: Scope,
  { now, by = null }: { readonly now: number; readonly by?: string | null },
): Promise<CareMetricAnswer> {
  const metric: CareMetric = careMetrics[key]
  const dimension = metric.dimensions.find((known) => known === by) ?? null
  if (by !== null && (dimension === null || isLiveKey(key))) throw cannotSplit(by)
  if (isLiveKey(key)) return getLiveMetric(key, scope, { now })
  const measured = careMetrics[key].measure as CareMeasure
  return openReading(scope, now, async (reading) => {
    const { window, zone, bucket } = reading.resolved
    const whole = await measureWindow(measured, reading, window)
    const [excluded] = await countCareExcluded(reading.client, window.period)
    return {
      definition: definitionOf(key),
      ...{ asOf: now, zone, bucket },
      ...plainOf(window.period, whole),
      comparison: await compare(metric, measured, reading, whole.total),
      series: await seriesOf(key, measured, reading, whole, dimension),
      excluded: excluded ?? { merged: 0, excluded: 0 },
    }
  })
}

type Window = CareReading['resolved']['window']

interface Whole {
  readonly total: CareFigure
  readonly points: readonly CarePoint[]
}

async function measureWindow(by: CareMeasure, reading: CareReading, window: Window): Promise<Whole> {
  const selected = await reading.select(by.facts, window.period)
  return measure(by, selected, window.buckets, await judgingFor(by, reading))
}

function plainOf(period: Window['period'], { total, points }: Whole) {
  return { period, total: plainFigure(total), points: points.map(plainPoint) }
}

async function compare(
  { direction }: CareMetric,
  by: CareMeasure,
  reading: CareReading,
  current: CareFigure,
): Promise<CareMetricAnswer['comparison']> {
  const { comparison } = reading.resolved
  if (comparison === null) return null
  const earlier = await measureWindow(by, reading, comparison)
  const span = await findCareDataSpan(reading.client)
  const { firstDate, zone } = comparison.period
  return {
    ...plainOf(comparison.period, earlier),
    difference: compareFigures(current, earlier.total, direction),
    covered: span !== null && firstDate >= localDateOf(span.from, zone),
  }
}

async function seriesOf(
  key: CareMetricKey,
  by: CareMeasure,
  reading: CareReading,
  whole: Whole,
  dimension: CareDimensionKey | null,
): Promise<CareSeries[] | null> {
  if (dimension === null && key === 'transfer-matrix') return matrixOf(by, reading)
  if (dimension === null) return whole.total.kind === 'distribution' ? partsOf(whole) : null
  const { window } = reading.resolved
  const judging = await judgingFor(by, reading)
  const parts = splitRows(await reading.select(by.facts, window.period), dimension)
  return [...parts]
    .map(([value, rows]) => {
      const { total, points } = measure(by, rows, window.buckets, judging)
      return { by: { [dimension]: value }, total: plainFigure(total), points: points.map(plainPoint) }
    })
    .sort(largestFirst)
}

/** Which desk handed over to which, with what a transfer tells besides its number. */
async function matrixOf(by: CareMeasure, reading: CareReading): Promise<CareSeries[]> {
  const { window } = reading.resolved
  const selected: SelectedHandoffs = await reading.select('handoffs', window.period)
  const cells = transfersOf(selected, reading)
  const byPair = new Map(cells.map((cell) => [JSON.stringify([cell.fromDesk, cell.toDesk]), cell]))
  const series: CareSeries[] = []
  for (const [fromDesk, sent] of splitRows(selected, 'fromDesk')) {
    for (const [desk, rows] of splitRows(sent, 'desk')) {
      const cell = byPair.get(JSON.stringify([fromDesk, desk]))
      if (cell === undefined) continue
      const { total, points } = measure(by, rows, window.buckets, reading)
      series.push({
        by: { fromDesk, desk },
        ...{ total: plainFigure(total), points: points.map(plainPoint) },
        acceptance: plainFigure({ kind: 'duration', durations: cell.acceptance }),
        gap: plainFigure({ kind: 'duration', durations: cell.gap }),
        bounced: plainFigure({ kind: 'rate', rate: cell.bounced }),
      })
    }
  }
  return series.sort(largestFirst)
}

/** How many have each value; the last part holds everything from its value on. */
function partsOf({ total, points }: Whole): CareSeries[] {
  if (total.kind !== 'distribution') return []
  const countIn = (figure: CareFigure | null, place: number) =>
    figure?.kind === 'distribution' ? (figure.parts[place]?.count ?? 0) : null
  return total.parts.map(({ value, andMore, count }, place) => ({
    by: { value: andMore ? `${value}+` : String(value) },
    total: { value: count, n: total.n },
    points: points.map(({ figure, ...bucket }) => ({
      ...bucket,
      ...{ value: countIn(figure, place), n: figure?.kind === 'distribution' ? figure.n : 0 },
    })),
  }))
}

function largestFirst(left: CareSeries, right: CareSeries): number {
  const keyOf = ({ by }: CareSeries) => Object.values(by).join('\n')
  return right.total.n - left.total.n || (keyOf(left) < keyOf(right) ? -1 : 1)
}

function cannotSplit(by: string): AppError {
  return new AppError('invalidInput', {
    userMessage: `This metric cannot be split by ${by}. Its definition names the dimensions that it has.`,
    problems: [{ path: 'by', code: 'notSplittable', message: `Not possible: ${by}` }],
  })
}
