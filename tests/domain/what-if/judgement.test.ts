import { describe, expect, it } from 'vitest'
import { OutcomeStack, readOutcomes } from '../../../domain/what-if/outcome-stack.ts'
import { estimateUnknown } from '../../../domain/what-if/estimate-unknown.ts'
import { weighCapacity } from '../../../domain/what-if/weigh-capacity.ts'

const hours = (fill: number) => Array.from({ length: 168 }, () => fill)

describe('capacity', () => {
  it('is exceeded in exactly the hours whose questions take longer than their people have', () => {
    const byHourOfWeek = hours(0)
    byHourOfWeek[9] = 52
    byHourOfWeek[10] = 40
    const people = hours(0)
    people[9] = 1
    people[10] = 1
    const load = weighCapacity({ byHourOfWeek, hourOccurrences: hours(4) }, { people, minutesPerQuestion: 5 })
    expect(load.hoursOver).toEqual([9])
    expect(load.questions[9]).toBe(13)
    expect(load.minutesNeeded).toBe(115)
    expect(load.minutesAvailable).toBe(120)
  })

  it('says nothing of hours that do not occur', () => {
    const load = weighCapacity(
      { byHourOfWeek: hours(0), hourOccurrences: hours(0) },
      { people: hours(1), minutesPerQuestion: 5 },
    )
    expect(load.questions.every((count) => count === null)).toBe(true)
  })
})

describe('what nobody asked', () => {
  const none = readOutcomes([], [new OutcomeStack()])
  const outcomes = (unknown: number, known: number, caught: number) => ({
    ...none,
    by: { ...none.by, neverAsked: { transactions: unknown, amount: {}, harm: {} } },
    sampled: { known, caught },
  })

  it('is not known without a sample', () => {
    expect(estimateUnknown(outcomes(500, 0, 0)).expected).toBeNull()
  })

  it('is estimated from the sample with its interval', () => {
    // Wilson's 95 % interval of 10 of 100 is 0.0552 to 0.1744.
    const { expected } = estimateUnknown(outcomes(1_000, 100, 10))
    expect(expected!.middle).toBe(100)
    expect(expected!.low).toBeCloseTo(55.2, 1)
    expect(expected!.high).toBeCloseTo(174.4, 1)
  })
})
