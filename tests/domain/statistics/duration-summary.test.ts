import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summariseDurations, withinTarget } from '../../../domain/statistics/duration-summary.ts'

const closed = (duration: number) => ({ duration, isOpen: false })
const open = (duration: number) => ({ duration, isOpen: true })

describe('withinTarget', () => {
  it.each([
    ['ended in time, at the target and late', [closed(5), closed(10), closed(11)], 2, 3],
    ['overdue and open is a failure', [closed(5), open(11)], 1, 2],
    ['open and not yet due does not count', [closed(5), open(10), open(1)], 1, 1],
    ['nothing due', [open(3)], 0, 0],
  ])('%s', (_case, durations, numerator, denominator) => {
    expect(withinTarget(durations, 10)).toMatchObject({ numerator, denominator })
  })
})

describe('summariseDurations', () => {
  it('counts what is open, names the oldest and does not flatter the median', () => {
    expect(summariseDurations([closed(5), closed(7), open(9), open(3), open(20)], 6)).toMatchObject({
      n: 5,
      footing: 'few',
      ended: 2,
      open: 3,
      oldestOpenMs: 20,
      // 3 leaves 4 at risk: 0.75 after 5, 0.5 after 7.
      p50: { value: 7, longest: 20 },
      p90: { value: null, longest: 20 },
      withinTarget: { numerator: 1, denominator: 4 },
    })
  })

  it('of nothing has no figures', () => {
    expect(summariseDurations([], null)).toMatchObject({
      n: 0,
      oldestOpenMs: null,
      p50: { value: null, longest: null },
      withinTarget: null,
    })
  })

  it('adds ended and open up to all', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ duration: fc.nat(100), isOpen: fc.boolean() })), (durations) => {
        const { n, ended, open: stillOpen } = summariseDurations(durations, 50)
        expect(ended + stillOpen).toBe(n)
        expect(n).toBe(durations.length)
      }),
    )
  })
})
