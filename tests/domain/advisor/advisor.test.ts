import { describe, expect, it } from 'vitest'
import { type AdvisorUnits } from '../../../domain/advisor/advisor-units.ts'
import {
  bestAmountThreshold,
  proposeFrontier,
  withoutRest,
} from '../../../domain/advisor/propose-frontier.ts'
import { solveSymmetric } from '../../../domain/advisor/solve-symmetric.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'
import { kindOf, readingKinds } from '../../../domain/what-if/reading-kinds.ts'
import { stepOf, stepsOf } from '../../../domain/what-if/scale-steps.ts'

const kinds = [readingKinds[kindOf('line', 'repeat')]!, readingKinds[kindOf('line', 'quantityRatio')]!]

/** Lines of which those repeated within ten minutes are mostly taken back; a large ratio says nothing, an amount little. */
function shop(seed: number, count = 8_000): AdvisorUnits {
  const random = seededRandom(seed)
  const scales = kinds.map(({ signal }) => stepsOf(signal))
  const rows = Array.from({ length: count }, (_, i) => {
    const repeat = random.chance(0.05) ? 1_440 ** random.uniform() : null
    const ratio = random.chance(0.2) ? 2 * 100 ** random.uniform() : null
    const caught = random.chance(repeat !== null && repeat <= 10 ? 0.6 : 0.002)
    return { i, repeat, ratio, caught, amount: random.int(500, 90_000) }
  })
  const split = Math.floor(count * 0.6)
  return {
    strengths: scales.map((scale, k) =>
      Uint16Array.from(rows, (row) => {
        const value = k === 0 ? row.repeat : row.ratio
        return value === null ? 0 : stepOf(scale, value) + 1
      }),
    ),
    amounts: Float64Array.from(rows, ({ amount }) => amount),
    caught: Uint8Array.from(rows, ({ caught }) => (caught ? 1 : 0)),
    purchases: Uint32Array.from(rows, ({ i }) => i),
    split,
    fitTotal: split,
    judgeTotal: count - split,
  }
}

const frontierOf = (units: AdvisorUnits) =>
  withoutRest(proposeFrontier(units, kinds, { objective: 'count', mostShare: 0.05 }))

describe('the advisor', () => {
  it('finds the rule that made the data, and it holds on the part that it has not seen', () => {
    const units = shop(1)
    const points = frontierOf(units)
    const chosen = points.findLast(({ judge }) => judge.share! <= 0.02)!
    expect(chosen.rules.every(({ kind }) => kind.signal === 'repeat')).toBe(true)
    const amountAlone = bestAmountThreshold(units, chosen.judge.share!)
    expect(chosen.judge.caught).toBeGreaterThan(5 * amountAlone.judge.caught)
    expect(chosen.judge.caught / chosen.judge.asked).toBeGreaterThan(0.4)
  })

  it('says of each point exactly what its rules ask and catch on either part', () => {
    const units = shop(2)
    for (const { rules, fit, judge } of frontierOf(units)) {
      const isAsked = (unit: number) =>
        rules.some(({ kind, threshold, minimumAmountMinor }) => {
          const strength = units.strengths[kinds.indexOf(kind)]![unit]!
          return (
            strength > stepOf(stepsOf(kind.signal), threshold) && units.amounts[unit]! >= minimumAmountMinor
          )
        })
      for (const [part, from, to] of [
        [fit, 0, units.split],
        [judge, units.split, units.caught.length],
      ] as const) {
        const asked = Array.from({ length: to - from }, (_, i) => from + i).filter(isAsked)
        expect(part.asked).toBe(asked.length)
        expect(part.caught).toBe(asked.filter((unit) => units.caught[unit] === 1).length)
      }
    }
  })

  it('asks more from point to point, and what the rules add sums to the point', () => {
    const points = frontierOf(shop(3))
    expect(points.length).toBeGreaterThan(3)
    for (const { rules, fit, judge } of points) {
      for (const part of ['asked', 'caught', 'caughtMinor'] as const) {
        expect(rules.reduce((sum, { adds }) => sum + adds.fit[part], 0)).toBe(fit[part])
        expect(rules.reduce((sum, { adds }) => sum + adds.judge[part], 0)).toBe(judge[part])
      }
    }
    points.reduce((before, point) => {
      expect(point.fit.asked).toBeGreaterThan(before.fit.asked)
      expect(point.fit.caught).toBeGreaterThanOrEqual(before.fit.caught)
      return point
    })
  })

  it('never looks at the part that judges', () => {
    const units = shop(4)
    const blind = { ...units, caught: units.caught.map((one, unit) => (unit < units.split ? one : 0)) }
    const rulesOf = (some: AdvisorUnits) =>
      frontierOf(some).map(({ rules }) =>
        rules.map(({ kind, threshold, minimumAmountMinor }) => ({ kind, threshold, minimumAmountMinor })),
      )
    expect(rulesOf(blind)).toEqual(rulesOf(units))
  })

  it('proposes nothing where nothing was ever caught but says so by its counts', () => {
    const units = shop(5)
    const points = frontierOf({ ...units, caught: new Uint8Array(units.caught.length) })
    expect(points.every(({ fit, judge }) => fit.caught === 0 && judge.caught === 0)).toBe(true)
  })
})

it('solves a small system worked by hand', () => {
  // 4x + 2y = 10, 2x + 3y = 9: x = 1.5, y = 2.
  const x = solveSymmetric([Float64Array.of(4, 0), Float64Array.of(2, 3)], Float64Array.of(10, 9))
  expect(x[0]).toBeCloseTo(1.5, 12)
  expect(x[1]).toBeCloseTo(2, 12)
})
