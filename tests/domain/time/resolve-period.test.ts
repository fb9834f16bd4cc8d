import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../domain/errors/app-error.ts'
import { parsePeriod } from '../../../domain/time/period.ts'
import { resolvePeriod } from '../../../domain/time/resolve-period.ts'
import { calendarText, instant, periodText, zoneName } from './period-arbitrary.ts'
import { shiftPeriod } from '../../../domain/time/shift-period.ts'

const warsaw = { zone: 'Europe/Warsaw', now: Date.parse('2026-11-22T10:30:00Z') }
const dataSpan = { from: Date.parse('2010-12-01T08:26:00Z'), to: Date.parse('2011-12-09T12:50:01Z') }
const resolved = (text: string, context: Parameters<typeof resolvePeriod>[1] = warsaw) => {
  const { from, to } = resolvePeriod(parsePeriod(text), context)
  return [new Date(from).toISOString(), new Date(to).toISOString()]
}

describe('resolvePeriod', () => {
  it.each([
    ['today', '2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['yesterday', '2026-11-20T23:00:00.000Z', '2026-11-21T23:00:00.000Z'],
    ['last-7-days', '2026-11-15T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['this-week', '2026-11-15T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['last-week', '2026-11-08T23:00:00.000Z', '2026-11-15T23:00:00.000Z'],
    ['last-month', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
    ['this-quarter', '2026-09-30T22:00:00.000Z', '2026-12-31T23:00:00.000Z'],
    ['last-quarter', '2026-06-30T22:00:00.000Z', '2026-09-30T22:00:00.000Z'],
    ['last-year', '2024-12-31T23:00:00.000Z', '2025-12-31T23:00:00.000Z'],
    ['2011-W46', '2011-11-13T23:00:00.000Z', '2011-11-20T23:00:00.000Z'],
    ['2011-01-18..2011-01-25', '2011-01-17T23:00:00.000Z', '2011-01-25T23:00:00.000Z'],
  ])('%s in Warsaw', (text, from, to) => {
    expect(resolved(text)).toEqual([from, to])
  })

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-10-24', 24],
  ])('the day %s has %i hours in Warsaw', (text, hours) => {
    const { from, to } = resolvePeriod(parsePeriod(text), warsaw)
    expect((to - from) / 3_600_000).toBe(hours)
  })

  it('spans all dates of the data', () => {
    expect(resolved('all', { ...warsaw, dataSpan })).toEqual([
      '2010-11-30T23:00:00.000Z',
      '2011-12-09T23:00:00.000Z',
    ])
  })

  it('refuses "all" before there is data', () => {
    expect(() => resolved('all')).toThrow(AppError)
  })

  it('with completeOnly leaves out the running day, and last 7 days are seven whole ones', () => {
    expect(resolved('last-7-days', { ...warsaw, completeOnly: 'day' })).toEqual([
      '2026-11-14T23:00:00.000Z',
      '2026-11-21T23:00:00.000Z',
    ])
    expect(resolved('this-month', { ...warsaw, completeOnly: 'week' })).toEqual([
      '2026-10-31T23:00:00.000Z',
      '2026-11-15T23:00:00.000Z',
    ])
  })

  it('is empty, not reversed, when nothing is complete yet', () => {
    const { from, to } = resolvePeriod(parsePeriod('today'), { ...warsaw, completeOnly: 'day' })
    expect(to).toBe(from)
  })

  it('has elapsed no further than now and no further than its end', () => {
    fc.assert(
      fc.property(periodText, zoneName, instant, (text, zone, now) => {
        const period = resolvePeriod(parsePeriod(text), { zone, now, dataSpan })
        expect(period.from).toBeLessThan(period.to)
        expect(period.elapsedTo).toBe(Math.max(period.from, Math.min(now, period.to)))
      }),
    )
  })

  it('puts adjacent calendar periods next to each other, without overlap or hole', () => {
    fc.assert(
      fc.property(calendarText, zoneName, (text, zone) => {
        const context = { zone, now: Date.UTC(2040, 0, 1) }
        const spec = parsePeriod(text)
        const next = shiftPeriod(spec, 1, context)
        expect(next).not.toBeNull()
        if (next !== null) expect(resolvePeriod(next, context).from).toBe(resolvePeriod(spec, context).to)
      }),
    )
  })
})
