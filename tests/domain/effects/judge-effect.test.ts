import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSeries, type SeriesPoint } from '../../../domain/effects/cut-series.ts'
import {
  effectPlanSchema,
  longestBaseline,
  longestWindowFor,
  requireOpenPlan,
  shortestBaseline,
} from '../../../domain/effects/effect-plan.ts'
import { findConfounders, type OtherChange } from '../../../domain/effects/find-confounders.ts'
import { judgeEffect, type MeasuredChange } from '../../../domain/effects/judge-effect.ts'
import { seededRandom } from '../../../domain/statistics/seeded-random.ts'

const week = 7 * 86_400_000
const pointOf = (index: number, value: number | null, change: Partial<SeriesPoint> = {}): SeriesPoint => ({
  ...{ from: index * week, to: (index + 1) * week, key: `W${index}`, value, n: 20, unfinished: false },
  ...change,
})
const seriesOf = (values: readonly (number | null)[]) => values.map((value, index) => pointOf(index, value))

const wobbling = (count: number, level: number) =>
  Array.from({ length: count }, (_, index) => level + [0, 1, -1, 0.5, -0.5][index % 5]!)

/** Twenty quiet weeks, the change in the middle of the 21st, then twelve weeks four higher. */
const changed = (change: Partial<MeasuredChange> = {}): MeasuredChange => ({
  ...{ direction: 'up good', baselineBuckets: 20, windowBuckets: 12, smallestChange: 1, trigger: null },
  ...{ changedAt: 20.5 * week, lockedAt: 19 * week, plannedVersion: 1, currentVersion: 1, confounders: [] },
  points: seriesOf([...wobbling(20, 10), 12, ...wobbling(12, 14)]),
  ...change,
})

describe('cutSeries', () => {
  const cut = { changedAt: 20.5 * week, baselineBuckets: 16, windowBuckets: 6, trigger: null }

  it('leaves the bucket out in which the change fell, on both sides', () => {
    const series = cutSeries(seriesOf(wobbling(30, 10)), cut)
    expect(series.before.map(({ key }) => key)).toEqual(Array.from({ length: 16 }, (_, i) => `W${i + 4}`))
    expect(series.after.map(({ key }) => key)).toEqual(['W21', 'W22', 'W23', 'W24', 'W25', 'W26'])
    expect(series.left).toMatchObject([{ point: { key: 'W20' }, why: 'change' }])
  })

  it('leaves out what gave rise to the proposal and reaches further back instead', () => {
    const trigger = { from: 17 * week, to: 19 * week }
    const series = cutSeries(seriesOf(wobbling(30, 10)), { ...cut, trigger })
    expect(series.before).toHaveLength(16)
    expect(series.before.map(({ key }) => key)).not.toContain('W17')
    expect(series.before.at(-1)?.key).toBe('W19')
    expect(series.left.filter(({ why }) => why === 'trigger').map(({ point }) => point.key)).toEqual([
      'W17',
      'W18',
    ])
  })

  it('never judges a bucket that still runs or has nothing to count, nor waits longer for those', () => {
    const values = wobbling(30, 10).map((value, index) => (index === 22 ? null : value))
    const points = seriesOf(values).map((point, index) =>
      index === 26 ? { ...point, unfinished: true } : point,
    )
    const series = cutSeries(points, cut)
    expect(series.after.map(({ key }) => key)).toEqual(['W21', 'W23', 'W24', 'W25'])
  })

  it('puts every bucket on one side at most, in time order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 60 }),
        fc.integer({ min: 0, max: 60 * week }),
        (values, changedAt) => {
          const { before, after, left } = cutSeries(seriesOf(values), { ...cut, changedAt })
          const keys = [...before, ...after, ...left.map(({ point }) => point)].map(({ key }) => key)
          expect(new Set(keys).size).toBe(keys.length)
          for (const point of before) expect(point.to).toBeLessThanOrEqual(changedAt)
          for (const point of after) expect(point.from).toBeGreaterThanOrEqual(changedAt)
          const starts = [...before, ...after].map(({ from }) => from)
          expect(starts).toEqual([...starts].sort((left_, right) => left_ - right))
        },
      ),
    )
  })
})

describe('judgeEffect', () => {
  it('finds a planned change that held to the end of its window', () => {
    expect(judgeEffect(changed())).toMatchObject({ state: 'sustained', isOver: true })
  })

  it('calls it likely while the window still runs', () => {
    const points = changed().points.slice(0, 29)
    expect(judgeEffect(changed({ points }))).toMatchObject({ state: 'likelyEffect', isOver: false })
  })

  it.each([
    ['postHoc', { lockedAt: 21 * week }],
    ['postHoc', { lockedAt: null }],
    ['brokenSeries', { currentVersion: 2 }],
    ['worse', { direction: 'down good' as const }],
    ['tooEarly', { points: changed().points.slice(0, 25) }],
  ])('says %s', (state, change) => {
    expect(judgeEffect(changed(change)).state).toBe(state)
  })

  it('says confounded only when the other change could explain a difference', () => {
    const change: OtherChange = { kind: 'activation', id: '7', at: 22 * week, label: '7' }
    expect(judgeEffect(changed({ confounders: [{ change, explains: true }] })).state).toBe('confounded')
    expect(judgeEffect(changed({ confounders: [{ change, explains: false }] })).state).toBe('sustained')
  })

  it('does not look beyond the planned window: what moves later changes nothing', () => {
    const quiet = seriesOf([...wobbling(20, 10), 10, ...wobbling(12, 10)])
    const later = [...quiet, ...wobbling(20, 40).map((value, index) => pointOf(33 + index, value))]
    expect(judgeEffect(changed({ points: quiet })).state).toBe('noSignal')
    expect(judgeEffect(changed({ points: later }))).toMatchObject({ state: 'noSignal', isOver: true })
  })
})

const improved = ['changedAfter', 'likelyEffect', 'sustained']

/** Whether a series without any change was called improved on any of the days on which somebody looked. */
function everImproved(values: readonly number[], baseline: number, window: number): boolean {
  const points = seriesOf(values)
  for (let seen = baseline + 6; seen <= values.length; seen += 1) {
    const { state } = judgeEffect(
      changed({
        ...{ baselineBuckets: baseline, windowBuckets: window, smallestChange: 1e-9 },
        ...{ changedAt: baseline * week, lockedAt: 0, points: points.slice(0, seen) },
      }),
    )
    if (improved.includes(state)) return true
  }
  return false
}

describe('the verdict over 10 000 simulated series without change, looked at every week', () => {
  const draws = {
    'normal figures': (random: ReturnType<typeof seededRandom>) => random.normal(),
    'counts around 16': (random: ReturnType<typeof seededRandom>) => random.poisson(16),
    'rates of 25 of 0.4': (random: ReturnType<typeof seededRandom>) =>
      Array.from({ length: 25 }, () => Number(random.chance(0.4))).reduce((sum, hit) => sum + hit, 0) / 25,
  }
  it.each(Object.entries(draws))('says "improved" of at most 6 % of %s', (name, draw) => {
    const random = seededRandom(`no change in ${name}`)
    const series = Array.from({ length: 10_000 }, () => Array.from({ length: 32 }, () => draw(random)))
    const share = series.filter((values) => everImproved(values, 20, 12)).length / series.length
    expect(share).toBeLessThanOrEqual(0.06)
  })

  it.each([shortestBaseline, 20, 28, 34, longestBaseline])(
    'holds with a baseline of %i and the longest window that a plan may have with it',
    (baseline) => {
      const window = longestWindowFor(baseline)
      const random = seededRandom(`baseline ${baseline}`)
      const ends = Array.from({ length: 10_000 }, () => {
        const points = seriesOf(Array.from({ length: baseline + window }, () => random.normal()))
        return judgeEffect(
          changed({
            ...{ baselineBuckets: baseline, windowBuckets: window, smallestChange: 1e-9 },
            ...{ changedAt: baseline * week, lockedAt: 0, points },
          }),
        ).state
      })
      const share = ends.filter((state) => improved.includes(state)).length / ends.length
      expect(share).toBeLessThanOrEqual(0.06)
      expect(share).toBeGreaterThan(0.005)
    },
  )
})

describe('a plan', () => {
  const plan = {
    ...{ metric: 'handoff-rate', filters: ['kind:is:card'], direction: 'down good', bucket: 'week' },
    ...{ baselineBuckets: 20, windowBuckets: 12, smallestChange: 0.05, steps: 'Train the branch.' },
    ...{ triggerFirst: null, triggerLast: null },
  }

  it.each([
    ['a window that is too long for its baseline', { windowBuckets: 16 }],
    ['a baseline that is too short', { baselineBuckets: 15, windowBuckets: 6 }],
    ['nothing that would matter', { smallestChange: 0 }],
    ['an unknown metric', { metric: 'happiness' }],
    ['the state of a moment as its metric', { metric: 'backlog' }],
    ['a filter that cannot be read', { filters: ['kind'] }],
    ['a filter that the metric does not know', { filters: ['rule:is:extra-zero'] }],
    ['one date of the trigger only', { triggerFirst: '2026-03-01' }],
    ['a trigger that ends before it begins', { triggerFirst: '2026-03-02', triggerLast: '2026-03-01' }],
  ])('is refused with %s', (_what, change) => {
    expect(effectPlanSchema.safeParse({ ...plan, ...change }).success).toBe(false)
  })

  it('is taken otherwise, and may change until it is locked', () => {
    expect(effectPlanSchema.safeParse(plan).error).toBeUndefined()
    expect(() => requireOpenPlan({ lockedAt: null })).not.toThrow()
    expect(() => requireOpenPlan({ lockedAt: 1 })).toThrow(/locked/)
  })
})

describe('findConfounders', () => {
  const changes: OtherChange[] = [
    { kind: 'proposal', id: 'self', at: 5, label: 'Self', metric: 'handoff-rate' },
    { kind: 'proposal', id: 'same', at: 8, label: 'Same metric', metric: 'handoff-rate' },
    { kind: 'proposal', id: 'other', at: 6, label: 'Other metric', metric: 'alert-volume' },
    { kind: 'activation', id: '3', at: 4, label: '3' },
    { kind: 'activation', id: '4', at: 10, label: '4' },
  ]

  it('lists what took effect in the span but the proposal itself, in time order', () => {
    const found = findConfounders(changes, {
      self: 'self',
      metric: 'handoff-rate',
      span: { from: 4, to: 10 },
    })
    expect(found.map(({ change, explains }) => [change.id, explains])).toEqual([
      ['3', false],
      ['other', false],
      ['same', true],
    ])
  })

  it('lets an activation of rules explain figures of alerts', () => {
    const found = findConfounders(changes, {
      self: 'self',
      metric: 'alert-volume',
      span: { from: 0, to: 11 },
    })
    expect(found.filter(({ explains }) => explains).map(({ change }) => change.id)).toEqual([
      '3',
      'other',
      '4',
    ])
  })
})
