import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JuryReview } from '../../../domain/jury/jury-review.ts'
import { criterionKeys, highestValue, rubric } from '../../../domain/jury/rubric.ts'
import { fewestReviews, summariseReviews, wideSpread } from '../../../domain/jury/summarise-reviews.ts'
import { type Answers, weightedMean } from '../../../domain/jury/weighted-mean.ts'
import { languages } from '../../../domain/language/language.ts'

const answersOf = fc
  .record(Object.fromEntries(criterionKeys.map((key) => [key, fc.integer({ min: 0, max: highestValue })])), {
    requiredKeys: [],
  })
  .map((answers) => answers as Answers)
const some = answersOf.filter((answers) => Object.keys(answers).length > 0)
const reviewOf = (answers: Answers, reviewer: string): JuryReview => ({
  ...{ kind: 'scored', reviewer, answers, confidence: 'sure' },
})
const reviews = fc
  .array(some, { maxLength: 8 })
  .map((list) => list.map((answers, index) => reviewOf(answers, String(index))))

describe('the rubric', () => {
  it('has words for every value in every language, all different', () => {
    for (const key of criterionKeys)
      for (const language of languages) {
        const words = rubric[key].values.map((value) => value[language])
        expect(new Set(words).size).toBe(highestValue + 1)
      }
  })
})

describe('weightedMean', () => {
  it('is worked out by hand: benefit weighs 4, reach and feasibility 2, evidence 1', () => {
    expect(weightedMean({ benefit: 4, reach: 1, feasibility: 2, evidence: 0 })).toBeCloseTo(22 / 9, 12)
    expect(weightedMean({ benefit: 3, evidence: 1 })).toBeCloseTo(13 / 5, 12)
  })

  it('is null when nothing was answered, which is not 0', () => {
    expect(weightedMean({})).toBeNull()
    expect(weightedMean({ evidence: 0 })).toBe(0)
  })

  it('lies between the lowest and the highest answer, and is one answer when all agree', () => {
    fc.assert(
      fc.property(some, (answers) => {
        const values = Object.values(answers)
        const mean = weightedMean(answers)!
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12)
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-12)
      }),
    )
  })

  it('does not fall when one answer rises', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...criterionKeys), (answers, key) => {
        const value = answers[key]
        fc.pre(value !== undefined && value < highestValue)
        expect(weightedMean({ ...answers, [key]: value! + 1 })!).toBeGreaterThan(weightedMean(answers)!)
      }),
    )
  })
})

describe('summariseReviews', () => {
  const agreed = { benefit: 2, reach: 2, feasibility: 2, evidence: 2 }
  const high = { benefit: 4, reach: 4, feasibility: 4, evidence: 4 }

  it('does not depend on the order of the reviews', () => {
    fc.assert(
      fc.property(reviews, (list) => {
        const forth = summariseReviews(list)
        const back = summariseReviews(list.toReversed())
        expect(back.scored).toBe(forth.scored)
        expect(back.needed).toBe(forth.needed)
        if (forth.score === null) expect(back.score).toBeNull()
        else expect(back.score).toBeCloseTo(forth.score, 12)
        expect(back.spread ?? -1).toBeCloseTo(forth.spread ?? -1, 12)
      }),
    )
  })

  it('asks for a further reviewer exactly when the scores are wide apart', () => {
    expect(summariseReviews([reviewOf(agreed, 'a'), reviewOf(agreed, 'b')])).toMatchObject({
      ...{ spread: 0, isWide: false, needed: fewestReviews, isEnough: true },
    })
    expect(summariseReviews([reviewOf(agreed, 'a'), reviewOf(high, 'b')])).toMatchObject({
      ...{ spread: 2, isWide: true, needed: 3, isEnough: false },
    })
    fc.assert(
      fc.property(reviews, (list) => {
        const summary = summariseReviews(list)
        expect(summary.isWide).toBe(summary.spread !== null && summary.spread >= wideSpread)
        expect(summary.needed > fewestReviews).toBe(summary.isWide)
      }),
    )
  })

  it('does not ask for ever: four scores that stay apart are enough to talk', () => {
    const list = [agreed, high, agreed, high].map((answers, index) => reviewOf(answers, String(index)))
    expect(summariseReviews(list)).toMatchObject({ isWide: true, needed: 4, isEnough: true })
  })

  it('does not count an abstention as a score', () => {
    const summary = summariseReviews([
      reviewOf(agreed, 'a'),
      { kind: 'abstained', reviewer: 'b', reason: 'noTime' },
    ])
    expect(summary).toMatchObject({ scored: 1, abstained: 1, score: 2, spread: null, isEnough: false })
  })
})
