import { decimalMoney } from '@/domain/format/format-money.ts'
import type { FigureData, FigureUnit } from './figure-data.ts'

/**
 * A figure as CSV (RFC 4180, UTF-8, CRLF): row keys are ISO 8601 where they are buckets, numbers have decimal points, unknown
 * is empty. A text that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function figureCsv(figure: FigureData): string {
  const head = [figure.rowHeading, ...figure.columns.map(({ label, unit }) => headingOf(label, unit))]
  const rows = figure.rows.map((row) => [
    row.key,
    ...row.cells.map(({ value }, index) => plainValue(value, figure.columns[index]?.unit)),
  ])
  return [head, ...rows].map((cells) => cells.map(escaped).join(',')).join('\r\n') + '\r\n'
}

function headingOf(label: string, unit: FigureUnit): string {
  if (unit.kind === 'money') return `${label} (${unit.currency})`
  return unit.kind === 'duration' ? `${label} (ms)` : label
}

function plainValue(value: number | null, unit: FigureUnit | undefined): string {
  if (value === null) return ''
  return unit?.kind === 'money' ? decimalMoney(value, unit.currency) : String(value)
}

function escaped(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
