import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../../../domain/time/period.ts'
import { periodLabel } from '../../../domain/time/period-label.ts'

const warsaw = { zone: 'Europe/Warsaw', now: Date.parse('2026-11-22T10:30:00Z') }

describe('periodLabel', () => {
  it.each([
    ['2009-W53', { unit: 'week', firstDate: '2009-12-28', lastDate: '2010-01-03', year: 2009, week: 53 }],
    ['2011-Q4', { unit: 'quarter', firstDate: '2011-10-01', lastDate: '2011-12-31', quarter: 4 }],
    ['2012-02', { unit: 'month', firstDate: '2012-02-01', lastDate: '2012-02-29', week: null }],
    ['last-7-days', { preset: 'last-7-days', unit: null, firstDate: '2026-11-16', lastDate: '2026-11-22' }],
    ['2011-01-18..2011-01-25', { preset: null, unit: null, firstDate: '2011-01-18', lastDate: '2011-01-25' }],
  ])('names the dates of %s', (text, label) => {
    expect(periodLabel(parsePeriod(text), warsaw)).toMatchObject(label)
  })
})
