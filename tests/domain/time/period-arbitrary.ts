import fc from 'fast-check'
import { periodPresets } from '../../../domain/time/period.ts'

/** Zones whose clocks change by an hour, by half an hour, at midnight, and never. */
export const zoneName = fc.constantFrom(
  'Europe/Warsaw',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Kathmandu',
  'UTC',
)

/** Instants from 2005 to 2035, epoch ms. */
export const instant = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) })

const dateText = instant.map((at) => new Date(at).toISOString().slice(0, 10))
const year = fc.integer({ min: 2005, max: 2034 })

export const rangeText = fc
  .tuple(dateText, dateText)
  .map(([left, right]) => (left < right ? `${left}..${right}` : `${right}..${left}`))

export const calendarText = fc.oneof(
  dateText,
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  fc.tuple(year, fc.integer({ min: 1, max: 52 })).map(([y, w]) => `${y}-W${String(w).padStart(2, '0')}`),
)

export const periodText = fc.oneof(
  fc.constantFrom(...periodPresets),
  calendarText,
  rangeText,
  fc.constant('all'),
)
