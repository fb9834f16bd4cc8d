import type { SeriesPoint } from '@/domain/effects/cut-series.ts'
import type { JudgedEffect } from '@/domain/effects/judge-effect.ts'
import type { Bounds } from '@/domain/statistics/wilson.ts'
import type { Language } from '@/domain/language/language.ts'
import type { BucketUnit } from '@/domain/time/buckets.ts'
import { bucketLabel, bucketTitle } from './bucket-label.ts'
import type { FigureCell, FigureRow, FigureUnit, TimeSeriesFigure } from './figure-data.ts'
import { formatFigureValue } from './format-figure-value.ts'

/** Words of the columns, in the reader's language. */
export interface EffectWords {
  readonly rowHeading: string
  readonly value: string
  readonly mean: string
  readonly low: string
  readonly high: string
  readonly lying: Readonly<Record<'before' | 'after' | 'trigger' | 'change' | 'empty' | 'unfinished', string>>
}

/** The natural limits as far as such a figure can go: nothing lies below 0, no share above 1. */
export function possibleLimits({ baseline }: JudgedEffect, unit: FigureUnit): Bounds | null {
  if (baseline === null) return null
  const { low, high } = baseline.limits
  return { low: Math.max(0, low), high: unit.kind === 'share' ? Math.min(1, high) : high }
}

/**
 * An XmR chart as a figure: the metric's buckets around a change, with the baseline's mean and natural limits carried through the
 * window. Buckets that are not judged are there with the reason; a bucket without a figure is a gap.
 */
export function prepareEffect(input: {
  readonly judged: JudgedEffect
  readonly bucket: BucketUnit
  readonly zone: string
  readonly unit: FigureUnit
  readonly language: Language
  readonly words: EffectWords
  readonly hrefOf: (point: SeriesPoint) => string | null
}): TimeSeriesFigure {
  const { judged, words, unit, language } = input
  const { before, after, left } = judged.series
  const first = before[0]?.from ?? 0
  const last = [...after, ...left.map(({ point }) => point)].reduce((to, point) => Math.max(to, point.to), 0)
  const lying = [
    ...before.map((point) => ({ point, why: 'before' as const })),
    ...left.filter(({ point }) => point.from >= first && point.to <= last),
    ...after.map((point) => ({ point, why: 'after' as const })),
  ].sort((one, other) => one.point.from - other.point.from)
  const { baseline } = judged
  const limits = possibleLimits(judged, unit)
  const level = (value: number | undefined): FigureCell => ({ value: value ?? null, href: null })
  const rows = lying.map(({ point, why }): FigureRow => {
    const note = words.lying[why]
    return {
      key: point.key,
      label: bucketLabel(point, input.bucket, input.zone, language),
      title: bucketTitle(point, input.bucket, input.zone, language),
      unfinished: point.unfinished,
      span: { from: point.from, to: point.to },
      cells: [
        { value: point.value, href: input.hrefOf(point), note },
        level(baseline?.mean),
        level(limits?.low),
        level(limits?.high),
      ],
    }
  })
  const known = lying.flatMap(({ point }) => (point.value === null ? [] : [point.value]))
  return {
    kind: 'timeSeries',
    mark: 'line',
    rowHeading: words.rowHeading,
    columns: [
      { key: 'value', label: words.value, unit, look: 'series-0' },
      { key: 'mean', label: words.mean, unit, look: 'earlier' },
      { key: 'low', label: words.low, unit, look: 'earlier' },
      { key: 'high', label: words.high, unit, look: 'earlier' },
    ],
    rows,
    cut: null,
    sentence:
      baseline === null || limits === null || known.length === 0
        ? { key: 'seriesEmpty', values: {} }
        : {
            key: 'effect',
            values: {
              mean: formatFigureValue(baseline.mean, unit, language),
              low: formatFigureValue(limits.low, unit, language),
              high: formatFigureValue(limits.high, unit, language),
              before: before.length,
              after: after.length,
            },
          },
  }
}
