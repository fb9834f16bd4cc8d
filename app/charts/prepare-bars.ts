import type { Language } from '@/domain/language/language.ts'
import type { BarsFigure, FigureUnit } from './figure-data.ts'
import { formatFigureValue } from './format-figure-value.ts'

/** One category with its value. */
export interface BarInput {
  readonly key: string
  readonly label: string
  readonly value: number | null
  /** In the comparison's window; absent without one. */
  readonly earlier?: number | null
  readonly href: string | null
}

export interface BarsInput {
  readonly rowHeading: string
  readonly valueLabel: string
  readonly earlierLabel: string | null
  readonly unit: FigureUnit
  readonly language: Language
  readonly bars: readonly BarInput[]
  /** The figure that the bars are parts of; null where they do not add up to anything. */
  readonly total: number | null
  /** At most so many bars; the rest is named as cut. */
  readonly limit?: number
}

/** Categories by size, largest first, then by name; unknown values last. */
export function prepareBars(input: BarsInput): BarsFigure {
  const limit = input.limit ?? 25
  const sorted = input.bars.toSorted(
    (left, right) =>
      (right.value ?? -Infinity) - (left.value ?? -Infinity) ||
      left.label.localeCompare(right.label, input.language),
  )
  const shown = sorted.slice(0, limit)
  const [top] = shown
  const write = (value: number | null) => formatFigureValue(value, input.unit, input.language)
  const column = { key: 'value', label: input.valueLabel, unit: input.unit, look: 'series-0' } as const
  const earlier =
    input.earlierLabel === null
      ? []
      : [{ key: 'earlier', label: input.earlierLabel, unit: input.unit, look: 'earlier' } as const]
  return {
    kind: 'bars',
    rowHeading: input.rowHeading,
    columns: [column, ...earlier],
    rows: shown.map((bar) => ({
      key: bar.key,
      label: bar.label,
      title: bar.label,
      cells: [
        { value: bar.value, href: bar.href },
        ...earlier.map(() => ({ value: bar.earlier ?? null, href: null })),
      ],
    })),
    cut: sorted.length > shown.length ? { shown: shown.length, total: sorted.length } : null,
    sentence:
      top === undefined || top.value === null
        ? { key: 'barsEmpty', values: {} }
        : {
            key: 'bars',
            values: {
              top: top.label,
              value: write(top.value),
              total: write(input.total),
              count: sorted.length,
            },
          },
  }
}
