import { formatNumber } from '@/domain/format/format-number.ts'
import { localeOf } from '@/domain/format/locale.ts'
import type { Language } from '@/domain/language/language.ts'
import type { HeatmapFigure } from './figure-data.ts'

/** One local hour of the week: 0 is Monday 00:00, 167 Sunday 23:00. */
export interface HourCell {
  readonly count: number
  /** How often this hour occurred in the range; 0: not at all, the cell is not applicable. */
  readonly occurrences: number
  readonly href: string | null
}

const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

/**
 * Hour of the week as seven rows of 24: a cell is its count divided by how often that hour occurred, so that a cut week or a
 * change of clocks leaves no stripe. `cells` has 168 entries.
 */
export function prepareHeatmap(input: {
  readonly rowHeading: string
  readonly language: Language
  readonly cells: readonly HourCell[]
}): HeatmapFigure {
  const weekday = new Intl.DateTimeFormat(localeOf[input.language], { weekday: 'short', timeZone: 'UTC' })
  const weekdayLong = new Intl.DateTimeFormat(localeOf[input.language], { weekday: 'long', timeZone: 'UTC' })
  const rows = Array.from({ length: 7 }, (_, day) => ({
    key: String(day),
    label: weekday.format(monday + day * dayMs),
    title: weekdayLong.format(monday + day * dayMs),
    cells: Array.from({ length: 24 }, (__, hour) => {
      const cell = input.cells[24 * day + hour]
      if (cell === undefined || cell.occurrences === 0) return { value: null, href: null }
      return { value: cell.count / cell.occurrences, href: cell.count === 0 ? null : cell.href }
    }),
  }))
  const columns = Array.from({ length: 24 }, (_, hour) => ({
    key: String(hour),
    label: String(hour).padStart(2, '0'),
    unit: { kind: 'count' } as const,
    look: 'series-0' as const,
  }))
  return {
    kind: 'heatmap',
    rowHeading: input.rowHeading,
    columns,
    rows,
    cut: null,
    sentence: sentenceOf(rows, input.language),
  }
}

function sentenceOf(rows: HeatmapFigure['rows'], language: Language): HeatmapFigure['sentence'] {
  const [peak] = rows
    .flatMap((row) => row.cells.map((cell, hour) => ({ row, hour, value: cell.value ?? 0 })))
    .toSorted((left, right) => right.value - left.value)
  if (peak === undefined || peak.value === 0) return { key: 'heatmapEmpty', values: {} }
  const hours = `${String(peak.hour).padStart(2, '0')}:00–${String(peak.hour + 1).padStart(2, '0')}:00`
  return {
    key: 'heatmap',
    values: { day: peak.row.title, hours, value: formatNumber(peak.value, language, 1) },
  }
}
