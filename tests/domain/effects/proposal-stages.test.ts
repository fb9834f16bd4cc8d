import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countStages,
  hasReached,
  proposalStages,
  type ReviewedProposal,
  thirdOf,
} from '../../../domain/effects/proposal-stages.ts'

const hour = 3_600_000
const base: ReviewedProposal = {
  ...{ desk: 'branch', submittedAt: 0, firstAnswerAt: null, firstAnswerDueAt: 100 * hour, isDecided: false },
  ...{ toldAt: null, isAccepted: false, implementedAt: null, verdict: null },
}

describe('countStages', () => {
  it('is worked out by hand', () => {
    const figures = countStages(
      [
        { ...base, firstAnswerAt: 10 * hour, toldAt: 10 * hour, isAccepted: true, implementedAt: 50 * hour },
        { ...base, firstAnswerAt: 120 * hour, toldAt: 120 * hour },
        { ...base, isDecided: true },
        { ...base, firstAnswerDueAt: 400 * hour },
      ],
      200 * hour,
    )
    const counts = proposalStages.map((stage) => figures.stages[stage].numerator)
    expect(counts).toEqual([4, 2, 3, 2, 1, 1, 0])
    expect(figures.inTime).toMatchObject({ numerator: 1, denominator: 3 })
    expect(figures.firstAnswer).toMatchObject({ n: 4, ended: 2, open: 2, oldestOpenMs: 200 * hour })
    expect(figures.firstAnswer.p50.value).toBe(120 * hour)
  })

  it('adds up: the desks together are the whole', () => {
    const proposal = fc.record({
      ...{ desk: fc.constantFrom('a', 'b', null), submittedAt: fc.constant(0) },
      firstAnswerAt: fc.option(fc.integer({ min: 0, max: 99 })),
      firstAnswerDueAt: fc.integer({ min: 0, max: 99 }),
      isDecided: fc.boolean(),
      toldAt: fc.option(fc.integer({ min: 0, max: 99 })),
      isAccepted: fc.boolean(),
      implementedAt: fc.option(fc.integer({ min: 0, max: 99 })),
      verdict: fc.option(fc.constant('noSignal')),
    })
    fc.assert(
      fc.property(fc.array(proposal, { maxLength: 30 }), (all) => {
        const whole = countStages(all, 50)
        const parts = ['a', 'b', null].map((desk) =>
          countStages(
            all.filter((one) => one.desk === desk),
            50,
          ),
        )
        for (const stage of proposalStages) {
          const sum = parts.reduce((total, part) => total + part.stages[stage].numerator, 0)
          expect(sum).toBe(whole.stages[stage].numerator)
          expect(all.filter((one) => hasReached(one, stage))).toHaveLength(whole.stages[stage].numerator)
        }
      }),
    )
  })
})

describe('thirdOf', () => {
  it.each([
    [0, 'low'],
    [1.33, 'low'],
    [1.34, 'middle'],
    [2.66, 'middle'],
    [2.67, 'high'],
    [4, 'high'],
  ] as const)('%s is %s', (mean, third) => expect(thirdOf(mean)).toBe(third))
})
