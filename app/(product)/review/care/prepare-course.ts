import type { FigureUnit, SeriesLook, TimeSeriesFigure } from '@/app/charts/figure-data.ts'
import { prepareTimeSeries, type SeriesPoint } from '@/app/charts/prepare-time-series.ts'
import type { Language } from '@/domain/language/language.ts'
import type { CareAnswer, CareFigure, CarePoint } from '@/domain/metrics/care/care-answer.ts'
import { drillToBucket } from '@/domain/metrics/drill.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import type { BucketUnit } from '@/domain/time/buckets.ts'
import { careRowsHref } from './care-rows-href.ts'
import { observations } from './describe-figure.ts'

/** One line of a course: which metric, and which number of its figures. */
export interface CourseLine {
  readonly label: string
  readonly answer: CareAnswer
  readonly valueOf: (figure: CareFigure) => number | null
}

/** Metrics over time as a figure; every mark leads to the rows of its bucket. */
export function prepareCourse(input: {
  readonly lines: readonly CourseLine[]
  readonly unit: FigureUnit
  readonly rowHeading: string
  readonly scope: Scope
  readonly bucket: BucketUnit
  readonly zone: string
  readonly language: Language
}): TimeSeriesFigure {
  const { lines, scope, bucket, zone } = input
  return prepareTimeSeries({
    rowHeading: input.rowHeading,
    unit: input.unit,
    bucket,
    zone,
    language: input.language,
    earlier: null,
    total: lines[0] === undefined ? null : lines[0].valueOf(lines[0].answer.total),
    series: lines.map(({ label, answer, valueOf }, place) => ({
      key: String(place),
      label,
      look: `series-${place}` as SeriesLook,
      points: answer.points.map((point) => pointOf(point, valueOf)),
    })),
    hrefOf: (point, key) => {
      const line = lines[Number(key)]
      if (line === undefined || point.n === 0) return null
      return careRowsHref(
        line.answer.key,
        drillToBucket(withoutHours(scope), { ...point, unit: coarse(bucket), zone }),
      )
    },
  })
}

/** Rows of cases are not narrowed by the hour of the week: an hour's mark opens its day. */
function coarse(bucket: BucketUnit): BucketUnit {
  return bucket === 'hour' ? 'day' : bucket
}

function withoutHours(scope: Scope): Scope {
  return { ...scope, filters: scope.filters.filter(({ dimension }) => dimension !== 'hour') }
}

function pointOf({ figure, ...point }: CarePoint, valueOf: CourseLine['valueOf']): SeriesPoint {
  return {
    ...point,
    value: figure === null ? null : valueOf(figure),
    n: figure === null ? 0 : observations(figure),
  }
}
