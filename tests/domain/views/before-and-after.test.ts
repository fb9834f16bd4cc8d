import { describe, expect, test } from 'vitest'
import { beforeAndAfter } from '../../../domain/views/before-and-after.ts'
import { canonicalQuery, pinQuery } from '../../../domain/views/view-query.ts'

const zone = 'Europe/Warsaw'

describe('before and after an instant', () => {
  test('as many days on either side, without its own day and without today', () => {
    const at = Date.parse('2026-03-25T12:00:00+01:00')
    const now = Date.parse('2026-03-31T09:00:00+02:00')
    expect(beforeAndAfter(at, { now, zone })).toEqual({
      period: { kind: 'own', firstDate: '2026-03-26', lastDate: '2026-03-30' },
      compare: { kind: 'own', firstDate: '2026-03-20', lastDate: '2026-03-24' },
    })
  })

  test('four weeks at most', () => {
    const at = Date.parse('2026-01-10T12:00:00Z')
    expect(beforeAndAfter(at, { now: Date.parse('2026-06-01T12:00:00Z'), zone })?.period).toEqual({
      kind: 'own',
      firstDate: '2026-01-11',
      lastDate: '2026-02-07',
    })
  })

  test('nothing while not one whole day has passed', () => {
    const at = Date.parse('2026-03-25T12:00:00Z')
    expect(beforeAndAfter(at, { now: at + 40 * 3_600_000 - 24 * 3_600_000, zone })).toBeNull()
  })
})

describe('a pinned query', () => {
  const context = { now: Date.parse('2026-03-31T09:00:00+02:00'), organisationZone: zone, dataSpan: null }

  test('names the dates of period and comparison, and the zone', () => {
    expect(pinQuery('period=last-7-days&filter=rule:is:extra-zero&by=segment', context)).toBe(
      canonicalQuery(
        'period=2026-03-25..2026-03-31&compare=2026-03-18..2026-03-24&zone=Europe/Warsaw&filter=rule:is:extra-zero&by=segment',
      ),
    )
  })

  test('shows the same days whenever it is opened', () => {
    const pinned = pinQuery('period=this-month', context)
    expect(pinQuery(pinned, { ...context, now: context.now + 100 * 86_400_000 })).toBe(pinned)
  })

  test('keeps nothing that is no part of a page', () => {
    expect(canonicalQuery('period=2026&token=abc&next=//evil.example')).toBe('period=2026')
  })
})
