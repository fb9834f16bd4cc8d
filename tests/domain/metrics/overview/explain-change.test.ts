import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  explainChange,
  type PartTally,
  shareOfCountChange,
  shareOfRateChange,
} from '../../../../domain/metrics/overview/explain-change.ts'

function part(
  value: string,
  earlier: readonly [number, number],
  current: readonly [number, number],
): PartTally {
  const tally = ([met, n]: readonly [number, number]) => ({ met, n })
  return { dimension: 'desk', value, earlier: tally(earlier), current: tally(current) }
}

function sumOf(parts: readonly PartTally[]) {
  const sum = (of: 'current' | 'earlier') => ({
    met: parts.reduce((all, one) => all + one[of].met, 0),
    n: parts.reduce((all, one) => all + one[of].n, 0),
  })
  return { current: sum('current'), earlier: sum('earlier') }
}

const tally = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((met) => ({ met, n })))
const parts = fc
  .array(fc.record({ current: tally, earlier: tally }), { minLength: 1, maxLength: 8 })
  .map((tallies) =>
    tallies.map((one, place): PartTally => ({ dimension: 'desk', value: `desk${place}`, ...one })),
  )

describe('what a part is of a change', () => {
  test('a count: by hand, 30 of 40 more alerts', () => {
    const [left, right] = [part('a', [100, 100], [130, 130]), part('b', [100, 100], [110, 110])]
    const whole = sumOf([left, right])
    expect(shareOfCountChange(left, whole)).toBe(0.75)
    expect(shareOfCountChange(right, whole)).toBe(0.25)
  })

  test('a rate that moved in one desk alone: all of the change is that desk', () => {
    const slow = part('slow', [20, 100], [60, 100])
    const steady = part('steady', [30, 100], [30, 100])
    const whole = sumOf([slow, steady])
    expect(shareOfRateChange(slow, whole)).toBeCloseTo(1, 12)
    expect(shareOfRateChange(steady, whole)).toBeCloseTo(0, 12)
  })

  test('a rate that moved because a bad desk grew, though no desk changed, is explained by weights', () => {
    const bad = part('bad', [50, 100], [150, 300])
    const good = part('good', [10, 100], [10, 100])
    const whole = sumOf([bad, good])
    expect(shareOfRateChange(bad, whole) + shareOfRateChange(good, whole)).toBeCloseTo(1, 12)
    expect(shareOfRateChange(bad, whole)).toBeGreaterThan(0)
  })

  test('the parts of a dimension add up to the whole change', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const whole = sumOf(all)
        if (whole.current.n !== whole.earlier.n) {
          const counts = all.map((one) => shareOfCountChange(one, whole))
          expect(counts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 8)
        }
        const moved = whole.current.met / whole.current.n - whole.earlier.met / whole.earlier.n
        fc.pre(Math.abs(moved) > 1e-3)
        const rates = all.map((one) => shareOfRateChange(one, whole))
        expect(rates.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6)
      }),
      { seed: 11 },
    )
  })
})

describe('the part that explains a change', () => {
  test('is the one that moved most beyond its weight, not the largest', () => {
    const large = part('large', [100, 900], [100, 900])
    const short = part('short of people', [10, 100], [70, 100])
    const found = explainChange('rate', sumOf([large, short]), [large, short])
    expect(found).toMatchObject({ value: 'short of people', weight: 0.1 })
    expect(found?.share).toBeCloseTo(1, 12)
  })

  test('is none when all parts moved alike', () => {
    const all = ['a', 'b', 'c', 'd'].map((value) => part(value, [100, 100], [150, 150]))
    expect(explainChange('count', sumOf(all), all)).toBeNull()
  })

  test('is none when nothing moved, or one side is empty', () => {
    const still = part('a', [10, 100], [10, 100])
    expect(explainChange('count', sumOf([still]), [still])).toBeNull()
    expect(explainChange('rate', sumOf([still]), [still])).toBeNull()
    const fresh = part('a', [0, 0], [10, 100])
    expect(explainChange('rate', sumOf([fresh]), [fresh])).toBeNull()
  })

  test('is none when parts moved many times as far as the whole and cancel out', () => {
    const [up, down] = [part('up', [100, 100], [200, 200]), part('down', [200, 200], [101, 101])]
    expect(explainChange('count', sumOf([up, down]), [up, down])).toBeNull()
  })

  test('never names a part whose share is not beyond its weight', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('count', 'rate'), (all, kind) => {
        const found = explainChange(kind, sumOf(all), all)
        if (found === null) return
        expect(found.share).toBeGreaterThan(found.weight)
        expect(found.share).toBeLessThanOrEqual(2)
      }),
      { seed: 5 },
    )
  })
})

test('of a desk and a kind of case that explain nearly as much the desk is named, whose people can act', () => {
  const ofDesk = part('cards', [20, 100], [60, 100])
  const ofKind: PartTally = { ...part('card', [20, 98], [62, 98]), dimension: 'kind' }
  const whole = sumOf([ofDesk, part('others', [30, 200], [30, 200])])
  expect(explainChange('rate', whole, [ofDesk, ofKind])).toMatchObject({ dimension: 'desk', value: 'cards' })
})
