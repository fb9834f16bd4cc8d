import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDates,
  formatInstant,
  formatZone,
  isoInstant,
} from '../../../domain/format/format-instant.ts'

const shown = (text: string) => text.replaceAll('\u00a0', ' ')
const beforeBoth = Date.parse('2026-10-24T23:30:00Z')
const firstTwo = Date.parse('2026-10-25T00:30:00Z')
const secondTwo = Date.parse('2026-10-25T01:30:00Z')

describe('instants', () => {
  it.each([
    ['en', '25 Oct 2026, 01:30', '25 Oct 2026'],
    ['pl', '25 paź 2026, 01:30', '25 paź 2026'],
    ['ru', '25 окт. 2026 г., 01:30', '25 окт. 2026 г.'],
  ] as const)('in %s', (language, dateTime, date) => {
    expect(shown(formatInstant(beforeBoth, 'Europe/Warsaw', language))).toBe(dateTime)
    expect(shown(formatDate('2026-10-25', language))).toBe(date)
  })

  it('follow the zone, not the machine', () => {
    expect(formatInstant(firstTwo, 'Asia/Tokyo', 'en', 'time')).toBe('09:30')
    expect(formatInstant(firstTwo, 'America/New_York', 'en', 'date')).toBe('24 Oct 2026')
  })

  it('midnight is 00:00', () => {
    expect(formatInstant(Date.parse('2026-01-01T00:00:00Z'), 'UTC', 'en', 'time')).toBe('00:00')
  })

  it.each([
    ['2026-10-25T00:30:00Z', 'Europe/Warsaw', '25 Oct 2026, 02:30 (UTC+02:00)'],
    ['2026-10-25T01:30:00Z', 'Europe/Warsaw', '25 Oct 2026, 02:30 (UTC+01:00)'],
    ['2026-10-25T02:00:00Z', 'Europe/Warsaw', '25 Oct 2026, 03:00'],
    ['2026-03-29T01:30:00Z', 'Europe/Warsaw', '29 Mar 2026, 03:30'],
    ['2026-04-04T14:45:00Z', 'Australia/Lord_Howe', '5 Apr 2026, 01:45 (UTC+11:00)'],
    ['2026-04-04T15:15:00Z', 'Australia/Lord_Howe', '5 Apr 2026, 01:45 (UTC+10:30)'],
  ])('at %s in %s say which of the two it is where autumn repeats an hour', (at, zone, text) => {
    expect(shown(formatInstant(Date.parse(at), zone, 'en'))).toBe(text)
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
