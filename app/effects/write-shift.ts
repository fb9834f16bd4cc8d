import type { FigureUnit } from '@/app/charts/figure-data.ts'
import { formatFigureValue } from '@/app/charts/format-figure-value.ts'
import { formatPoints, formatSigned } from '@/domain/format/format-number.ts'
import type { Language } from '@/domain/language/language.ts'

/** A difference of a metric's level with its sign; differences of shares in points. */
export function writeShift(shift: number, unit: FigureUnit, language: Language): string {
  if (unit.kind === 'share') return formatPoints(shift * 100, language)
  if (unit.kind === 'count') return formatSigned(shift, language, 1)
  const size = formatFigureValue(Math.abs(shift), unit, language)
  return `${shift < 0 ? '−' : '+'}${size}`
}

/** The size of a difference without a sign; of shares in points. */
export function writeSize(size: number, unit: FigureUnit, language: Language): string {
  return unit.kind === 'share'
    ? formatPoints(Math.abs(size) * 100, language).replace(/^[+−-]/, '')
    : formatFigureValue(Math.abs(size), unit, language)
}
