import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDates,
  formatInstant,
  formatZone,
  isoInstant,
} from '../../../domain/format/format-instant.ts'

const shown = (text: string) => text.replaceAll('\u00a0', ' ')
const firstTwo = Date.parse('2026-10-25T00:30:00Z')
const secondTwo = Date.parse('2026-10-25T01:30:00Z')

describe('instants', () => {
  it.each([
    ['en', '25 Oct 2026, 02:30', '25 Oct 2026'],
    ['pl', '25 paź 2026, 02:30', '25 paź 2026'],
    ['ru', '25 окт. 2026 г., 02:30', '25 окт. 2026 г.'],
  ] as const)('in %s', (language, dateTime, date) => {
    expect(shown(formatInstant(firstTwo, 'Europe/Warsaw', language))).toBe(dateTime)
    expect(shown(formatDate('2026-10-25', language))).toBe(date)
  })

  it('follow the zone, not the machine', () => {
    expect(formatInstant(firstTwo, 'Asia/Tokyo', 'en', 'time')).toBe('09:30')
    expect(formatInstant(firstTwo, 'America/New_York', 'en', 'date')).toBe('24 Oct 2026')
  })

  it('midnight is 00:00', () => {
    expect(formatInstant(Date.parse('2026-01-01T00:00:00Z'), 'UTC', 'en', 'time')).toBe('00:00')
  })

  it('in CSV tell the two hours of autumn apart', () => {
    expect(isoInstant(firstTwo, 'Europe/Warsaw')).toBe('2026-10-25T02:30:00+02:00')
    expect(isoInstant(secondTwo, 'Europe/Warsaw')).toBe('2026-10-25T02:30:00+01:00')
    expect(isoInstant(null, 'UTC')).toBe('')
  })

  it('as a range of dates say shared months once', () => {
    expect(formatDates('2026-09-01', '2026-09-28', 'en')).toMatch(/^1\s?–\s?28 Sept 2026$/)
    expect(formatDates('2026-09-01', '2026-09-28', 'pl')).toMatch(/^1\s?–\s?28 wrz 2026$/)
  })

  it('that are unknown are a dash', () => {
    expect(formatInstant(null, 'UTC', 'en')).toBe('—')
  })

  it('print the zone with its offset then', () => {
    expect(formatZone('Europe/Warsaw', firstTwo)).toBe('Europe/Warsaw (UTC+02:00)')
    expect(formatZone('Europe/Warsaw', secondTwo)).toBe('Europe/Warsaw (UTC+01:00)')
    expect(formatZone('UTC', 0)).toBe('UTC')
  })
})
