import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import type { SeriesLook, TimeSeriesFigure } from '@/app/charts/figure-data.ts'
import { largestParts } from '@/app/charts/largest-parts.ts'
import { prepareTimeSeries, type SeriesInput } from '@/app/charts/prepare-time-series.ts'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import { formatDates } from '@/domain/format/format-instant.ts'
import type { Language } from '@/domain/language/language.ts'
import { drillToBucket, drillToPart, drillToRest } from '@/domain/metrics/drill.ts'
import type { MetricAnswer } from '@/domain/metrics/metric-answer.ts'
import type { Scope } from '@/domain/metrics/scope.ts'

/** What the course can be split by; rules are counted as hits, so that the parts add up. */
export const volumeSplits = ['rule', 'segment', 'channel', 'all'] as const

export type VolumeSplit = (typeof volumeSplits)[number]

const looks: readonly SeriesLook[] = [0, 1, 2, 3, 4, 5, 6].map((place) => `series-${place as 0}` as const)

/** Keys of the two columns that are no value of a dimension; no value can contain a line feed. */
const whole = '\nwhole'
const rest = '\nrest'

/** The course of alerts or hits as stacked bars whose marks lead to their rows. */
export function prepareVolume(
  answer: MetricAnswer,
  about: {
    readonly scope: Scope
    readonly split: VolumeSplit
    readonly labelOf: ValueLabel
    readonly language: Language
    /** `useTranslations('review.alerts')`. */
    readonly words: (key: string, values?: Record<string, number | string>) => string
  },
): TimeSeriesFigure {
  const { split, scope, language } = about
  const { zone, bucket, definition, comparison } = answer
  const parts = answer.series === null || split === 'all' ? null : largestParts(answer.series, looks.length)
  const shown = parts?.shown.map(({ by }) => by.value) ?? []
  return prepareTimeSeries({
    rowHeading: about.words('volume.time'),
    unit: { kind: 'count' },
    bucket,
    zone,
    language,
    series: seriesOf(answer, parts, about),
    earlier:
      comparison === null
        ? null
        : {
            label: formatDates(comparison.period.firstDate, comparison.period.lastDate, language),
            points: comparison.points,
          },
    total: answer.total.value,
    hrefOf: (point, key) => {
      if (!point.value) return null
      const inBucket = drillToBucket(scope, { ...point, unit: bucket, zone })
      if (key === whole || split === 'all') return rowsHref(definition.rows, inBucket)
      return rowsHref(
        definition.rows,
        key === rest ? drillToRest(inBucket, split, shown) : drillToPart(inBucket, split, key),
      )
    },
  })
}

function seriesOf(
  answer: MetricAnswer,
  parts: ReturnType<typeof largestParts> | null,
  about: Parameters<typeof prepareVolume>[1],
): SeriesInput[] {
  if (parts === null) {
    const label = answer.definition.name[about.language]
    return [{ key: whole, label, look: 'series-0', points: answer.points }]
  }
  const named = parts.shown.map(({ by, points }, place): SeriesInput => ({
    key: by.value,
    label: about.labelOf(by.dimension, by.value),
    look: looks[place] ?? 'series-7',
    points,
  }))
  if (parts.rest === null) return named
  const label = about.words('volume.rest', { count: parts.rest.count })
  return [...named, { key: rest, label, look: 'series-7', points: parts.rest.points }]
}
