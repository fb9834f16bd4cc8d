import { formatInstant } from '@/domain/format/format-instant.ts'
import type { Language } from '@/domain/language/language.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import type { BucketUnit } from '@/domain/time/buckets.ts'
import { bucketLabel, bucketTitle } from './bucket-label.ts'
import type {
  FigureCell,
  FigureColumn,
  FigureRow,
  FigureUnit,
  SeriesLook,
  TimeSeriesFigure,
} from './figure-data.ts'
import { formatFigureValue } from './format-figure-value.ts'

/** A figure of one bucket, as the server answers. */
export interface SeriesPoint {
  readonly from: number
  readonly to: number
  readonly key: string
  readonly unfinished: boolean
  readonly value: number | null
  readonly n: number
}

/** One line or one part of stacked bars. */
export interface SeriesInput {
  readonly key: string
  readonly label: string
  readonly look: SeriesLook
  readonly points: readonly SeriesPoint[]
}

export interface TimeSeriesInput {
  readonly rowHeading: string
  readonly unit: FigureUnit
  readonly bucket: BucketUnit
  readonly zone: string
  readonly language: Language
  readonly series: readonly SeriesInput[]
  /** The comparison's points, laid under the chosen period's by place: first under first. null: no comparison. */
  readonly earlier: { readonly label: string; readonly points: readonly SeriesPoint[] } | null
  /** Drawn as lines although it counts: series that are no parts of one whole. */
  readonly mark?: TimeSeriesFigure['mark']
  /** The sentence tells of so many of the first series; all parts of bars and the first of lines when left out. */
  readonly told?: number
  /** The total of the whole period, for the sentence. */
  readonly total: number | null
  /** The rows behind one bucket of one series. */
  readonly hrefOf: (point: SeriesPoint, seriesKey: string) => string | null
}

/**
 * A metric over time as a figure: one row a bucket, one column a series, the comparison last. A bucket without a figure is
 * a gap, and so is a share of fewer than 5; one that can still grow is marked unfinished; shares of fewer than 20 are marked as few.
 */
export function prepareTimeSeries(input: TimeSeriesInput): TimeSeriesFigure {
  const first = input.series[0]?.points ?? []
  const columns: FigureColumn[] = input.series.map(({ key, label, look }) => ({
    key,
    label,
    look,
    unit: input.unit,
  }))
  if (input.earlier !== null) {
    columns.push({ key: 'earlier', label: input.earlier.label, look: 'earlier', unit: input.unit })
  }
  const rows = first.map((point, index): FigureRow => {
    const cells = input.series.map((series): FigureCell => cellOf(series.points[index], series.key, input))
    if (input.earlier !== null) cells.push(earlierCell(input.earlier.points[index], input))
    return {
      key: point.key,
      label: bucketLabel(point, input.bucket, input.zone, input.language),
      title: bucketTitle(point, input.bucket, input.zone, input.language),
      cells,
      span: { from: point.from, to: point.to },
      unfinished: point.unfinished,
    }
  })
  return {
    kind: 'timeSeries',
    mark: input.mark ?? markOf(input.unit),
    rowHeading: input.rowHeading,
    columns,
    rows,
    cut: null,
    sentence: sentenceOf(rows, input),
  }
}

/** Counts and sums add up and stand on zero; shares and durations are levels. */
function markOf(unit: FigureUnit): TimeSeriesFigure['mark'] {
  return unit.kind === 'count' || unit.kind === 'money' ? 'bars' : 'line'
}

function cellOf(point: SeriesPoint | undefined, seriesKey: string, input: TimeSeriesInput): FigureCell {
  if (point === undefined) return { value: null, href: null }
  const href = input.hrefOf(point, seriesKey)
  if (isTooFew(point, input)) return { value: null, href, tooFew: true }
  const few = input.unit.kind !== 'count' && footingOf(point.n) !== 'enough'
  return { value: point.value, href, ...(few && { few }) }
}

function earlierCell(point: SeriesPoint | undefined, input: TimeSeriesInput): FigureCell {
  if (point === undefined) return { value: null, href: null }
  return {
    value: isTooFew(point, input) ? null : point.value,
    href: null,
    note: formatInstant(point.from, input.zone, input.language, 'date'),
  }
}

function isTooFew({ n }: Pick<SeriesPoint, 'n'>, { unit }: TimeSeriesInput): boolean {
  return unit.kind === 'share' && n > 0 && footingOf(n) === 'tooFew'
}

function sentenceOf(rows: readonly FigureRow[], input: TimeSeriesInput): TimeSeriesFigure['sentence'] {
  const known = rows.flatMap((row) => {
    // Bars are parts that add up, lines are not.
    const told = input.told ?? ((input.mark ?? markOf(input.unit)) === 'bars' ? input.series.length : 1)
    const values = row.cells.slice(0, told).flatMap(({ value }) => (value === null ? [] : [value]))
    return values.length === 0 ? [] : [{ row, value: values.reduce((sum, value) => sum + value, 0) }]
  })
  const finished = known.filter(({ row }) => row.unfinished !== true)
  const peak = finished.toSorted((left, right) => right.value - left.value)[0]
  const low = finished.toSorted((left, right) => left.value - right.value)[0]
  const write = (value: number | null) => formatFigureValue(value, input.unit, input.language)
  if (peak === undefined || low === undefined) {
    const n = input.series[0]?.points.reduce((sum, point) => sum + point.n, 0) ?? 0
    if (!rows.some(({ cells }) => cells.some(({ tooFew }) => tooFew)))
      return { key: 'seriesEmpty', values: {} }
    return {
      key: 'levelThin',
      values: { total: write(input.total), enough: String(!isTooFew({ n }, input)) },
    }
  }
  if (markOf(input.unit) === 'line' && known.length === 1)
    return { key: 'levelOnce', values: { total: write(input.total), at: peak.row.title } }
  return {
    key: markOf(input.unit) === 'bars' ? 'series' : 'level',
    values: {
      total: write(input.total),
      peak: write(peak.value),
      peakAt: peak.row.title,
      low: write(low.value),
      lowAt: low.row.title,
    },
  }
}
