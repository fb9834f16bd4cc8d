import { expect, test } from 'vitest'
import { coarseFinding } from '../../../domain/proposals/coarse-finding.ts'
import { coarseTime } from '../../../domain/proposals/coarse-time.ts'
import { timesOf } from '../../../domain/proposals/finding.ts'

const minute = 60_000
const hour = 60 * minute

test.each([
  [
    { valueMs: 9_517_123, usualMs: 3_070_000, n: 47 },
    { usualMs: 50 * minute, n: 40 },
  ],
  [
    { valueMs: 97 * hour, usualMs: 30 * hour, n: 7 },
    { usualMs: 36 * hour, n: 7 },
  ],
  [
    { valueMs: 90_000, usualMs: 30_000, n: 5 },
    { usualMs: 5 * minute, n: 5 },
  ],
])('a handoff of %j is told roughly, the times the usual as they are', (figures, rough) => {
  const desks = { kind: 'handoff' as const, fromDesk: 'branch', toDesk: 'cards' }
  const told = coarseFinding({ ...desks, ...figures })
  expect(told).toMatchObject({ ...desks, ...rough })
  if (told.kind !== 'handoff') throw new TypeError('Another kind')
  expect(timesOf(told.valueMs, told.usualMs)).toBe(timesOf(figures.valueMs, figures.usualMs))
  expect(told.valueMs).not.toBe(figures.valueMs)
})

test('figures over many cases stay as they are', () => {
  const rule = { kind: 'rule' as const, rule: 'extra-zero', days: 90, asked: 41, answered: 38, intended: 12 }
  expect(coarseFinding(rule)).toBe(rule)
})

test('a time becomes the beginning of its day in the zone, on the day the clocks change too', () => {
  expect(new Date(coarseTime(Date.UTC(2026, 9, 25, 22, 59), 'Europe/Warsaw')).toISOString()).toBe(
    '2026-10-24T22:00:00.000Z',
  )
  expect(new Date(coarseTime(Date.UTC(2026, 9, 25, 23), 'Europe/Warsaw')).toISOString()).toBe(
    '2026-10-25T23:00:00.000Z',
  )
})
