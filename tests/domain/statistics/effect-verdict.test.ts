import { describe, expect, it } from 'vitest'
import { detectableShiftSigmas } from '../../../domain/statistics/detectable-shift.ts'
import {
  type EffectQuestion,
  type EffectState,
  effectVerdict,
} from '../../../domain/statistics/effect-verdict.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'

const steady = [10, 12, 11, 9, 10, 11, 12, 10, 9, 11, 10, 12, 11, 10, 9, 11, 12, 10, 11, 9]
const question = (change: Partial<EffectQuestion>): EffectQuestion => ({
  direction: 'up good',
  before: steady,
  after: Array.from({ length: 12 }, (_, index) => 14 + (index % 2)),
  plannedAfter: 12,
  smallestRelevantChange: 1,
  plannedAhead: true,
  definitionChanged: false,
  otherChanges: false,
  ...change,
})
const lateGain = [10, 11, 10, 11, 10, 11, 10, 16, 16, 17, 16, 17]
const fadingGain = [15, 16, 15, 16, 15, 16, 15, 16, 11, 10, 11, 10]

describe('effectVerdict', () => {
  it.each<[EffectState, Partial<EffectQuestion>]>([
    ['sustained', {}],
    ['likelyEffect', { plannedAfter: 26 }],
    ['likelyEffect', { after: fadingGain }],
    ['changedAfter', { after: lateGain }],
    ['changedAfter', { smallestRelevantChange: 9 }],
    ['worse', { direction: 'down good' }],
    ['noSignal', { after: steady.slice(0, 12) }],
    ['confounded', { otherChanges: true }],
    ['postHoc', { plannedAhead: false }],
    ['unstableBaseline', { before: [...steady.slice(0, 19), 40] }],
    ['unstableBaseline', { before: steady.map((point, index) => point + (index < 10 ? 0 : 4)) }],
    ['tooEarly', { after: [14, 15, 14, 15, 14] }],
    ['tooEarly', { before: steady.slice(0, 11) }],
    ['tooEarly', { before: steady.map(() => 3) }],
    ['brokenSeries', { definitionChanged: true, otherChanges: true, after: [] }],
  ])('says %s for %j', (state, change) => {
    expect(effectVerdict(question(change)).state).toBe(state)
  })

  it('gives the shift in the unit of the metric and the smallest one it could have found', () => {
    const answer = effectVerdict(question({}))
    expect(answer.shift).toBeCloseTo(14.5 - 10.5, 10)
    expect(answer.smallestDetectableShift).toBeCloseTo(
      (answer.baseline?.sigma ?? 0) * detectableShiftSigmas(20, 12),
      10,
    )
  })

  it('has no shift and no detectable shift without points', () => {
    expect(effectVerdict(question({ before: [], after: [] }))).toMatchObject({
      state: 'tooEarly',
      baseline: null,
      cusum: null,
      shift: null,
      smallestDetectableShift: null,
    })
  })
})

const improved: readonly EffectState[] = ['changedAfter', 'likelyEffect', 'sustained']

/** Share of 10 000 series of 20 points before and 12 after that come out as improved when the level shifts. */
function improvedShare(shiftSigmas: number, among: (state: EffectState) => boolean): number {
  const random = seededRandom(`series shifted by ${shiftSigmas}`)
  const states = Array.from({ length: 10_000 }, () => {
    const before = Array.from({ length: 20 }, () => random.normal())
    const after = Array.from({ length: 12 }, () => random.normal(shiftSigmas))
    return effectVerdict(question({ before, after, smallestRelevantChange: 0 })).state
  }).filter(among)
  return states.filter((state) => improved.includes(state)).length / states.length
}

describe('the verdict over 10 000 simulated series', () => {
  const judged = (state: EffectState) => state !== 'unstableBaseline'

  it('says "improved" of at most 6 % of series in which nothing changed', () => {
    expect(improvedShare(0, () => true)).toBeLessThanOrEqual(0.06)
  })

  it('finds a shift of one standard deviation in about two of three', () => {
    const share = improvedShare(1, judged)
    expect(share).toBeGreaterThan(0.63)
    expect(share).toBeLessThan(0.71)
  })

  it('finds a shift of one and a half in more than nine of ten', () => {
    expect(improvedShare(1.5, judged)).toBeGreaterThan(0.92)
  })

  it('finds the shift that it prints as detectable in about four of five', () => {
    const share = improvedShare(detectableShiftSigmas(20, 12), judged)
    expect(share).toBeGreaterThan(0.76)
    expect(share).toBeLessThan(0.86)
  })
})
