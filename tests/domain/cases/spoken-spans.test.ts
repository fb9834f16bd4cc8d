import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isSpokenOf,
  overlapsSpoken,
  type SpokenCase,
  type SpokenOf,
  spokenSpans,
} from '../../../domain/cases/spoken-spans.ts'

/** Opened at 0, handed over twice, resolved at 100, reopened at 150 and open again. */
const told: SpokenCase = {
  ...{ openedAt: 0, firstAnswerAt: 5, firstResolvedAt: 100, lastResolvedAt: 100, containedAt: 8 },
  ...{ lastContactAt: 160, isOpen: true },
  events: [
    { type: 'case.opened', at: 0 },
    { type: 'case.resolved', at: 100 },
    { type: 'case.reopened', at: 150 },
  ],
  segments: [
    { from: 0, to: 30, turn: 'us' },
    { from: 30, to: 60, turn: 'customer' },
    { from: 60, to: 100, turn: 'manager' },
    { from: 150, to: null, turn: 'us' },
  ],
  handoffs: [
    { offeredAt: 10, acceptedAt: 20, releasedAt: 22, servedAt: 28, endedAt: 28 },
    { offeredAt: 40, acceptedAt: 50, releasedAt: 41, servedAt: null, endedAt: null },
    { offeredAt: 155, acceptedAt: null, releasedAt: null, servedAt: null, endedAt: 158 },
  ],
  promises: [{ madeAt: 12, dueAt: 45 }],
  memos: [{ sentAt: 62, decidedAt: null }],
}

const table: readonly (readonly [SpokenOf, string, number, readonly (readonly [number, number | null])[]])[] =
  [
    ['acceptance', 'offer to acceptance', 10, [[10, 20]]],
    ['acceptance', 'an offer that ended without one', 155, [[155, 158]]],
    ['limbo', 'from being let go to being served', 10, [[22, 28]]],
    ['limbo', 'still waiting', 40, [[41, null]]],
    ['visit', "until the next desk's acceptance", 10, [[20, 50]]],
    ['visit', 'until the resolution', 40, [[50, 100]]],
    ['handoff', 'the whole of it', 10, [[10, 28]]],
    ['handoff', 'an offer that the case does not have', 11, []],
    ['resolution', 'opening to first resolution', 0, [[0, 100]]],
    ['finalResolution', 'open again', 0, [[0, null]]],
    ['firstAnswer', 'opening to first answer', 0, [[0, 5]]],
    ['containment', 'opening to containment', 0, [[0, 8]]],
    [
      'ourTurn',
      'every stretch in which we owe the next step, a manager too',
      0,
      [
        [0, 30],
        [60, 100],
        [150, null],
      ],
    ],
    ['reopening', 'first resolution to reopening', 100, [[100, 150]]],
    ['silence', 'since the last contact', 0, [[160, null]]],
    ['moment', 'the instant itself', 150, [[150, 150]]],
    ['promise', 'made to due', 45, [[12, 45]]],
    ['owedPromise', 'since we owe the next step', 0, [[150, null]]],
    ['memo', 'sent and not decided', 62, [[62, null]]],
  ]

describe('which stretch of a case a figure speaks of', () => {
  test.each(table)('%s: %s', (of, _, at, expected) => {
    expect(spokenSpans(of, at, told)).toEqual(expected.map(([from, to]) => ({ from, to })))
  })

  test('an event belongs to a stretch with both its ends, a responsibility only where time is shared', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.nat(50),
        fc.nat(100),
        fc.integer({ min: 1, max: 50 }),
        (from, length, at, width) => {
          const spans = [{ from, to: from + length }]
          expect(isSpokenOf(spans, at)).toBe(at >= from && at <= from + length)
          const shared = Math.min(from + length, at + width) - Math.max(from, at)
          expect(overlapsSpoken(spans, { from: at, to: at + width })).toBe(
            shared > 0 || (length === 0 && from > at && from < at + width),
          )
        },
      ),
    )
  })
})
