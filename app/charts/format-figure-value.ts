import { formatDuration } from '@/domain/format/format-duration.ts'
import { decimalMoney, formatMoney } from '@/domain/format/format-money.ts'
import { formatCompact, formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import type { Language } from '@/domain/language/language.ts'
import type { FigureUnit } from './figure-data.ts'

/** A value of a figure in the reader's language; a dash for null. */
export function formatFigureValue(value: number | null, unit: FigureUnit, language: Language): string {
  switch (unit.kind) {
    case 'count':
      return formatNumber(value, language, 1)
    case 'share':
      return formatPercent(value, language)
    case 'duration':
      return formatDuration(value, language)
    case 'money':
      return formatMoney(value, unit.currency, language)
    default:
      return unit satisfies never
  }
}

/** The short form for axes. */
export function formatAxisValue(value: number, unit: FigureUnit, language: Language): string {
  switch (unit.kind) {
    case 'count':
      return formatCompact(value, language)
    case 'share':
      return formatPercent(value, language, 0)
    case 'duration':
      return formatDuration(value, language)
    case 'money':
      return formatCompact(Number(decimalMoney(Math.round(value), unit.currency)), language)
    default:
      return unit satisfies never
  }
}
