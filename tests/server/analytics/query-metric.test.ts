import { beforeAll, describe, expect, test } from 'vitest'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { queryMetric } from '../../../server/analytics/query-metric.ts'
import { refreshRollup } from '../../../server/analytics/rollup/refresh-rollup.ts'
import { getPool } from '../../../server/db/pool.ts'
import { type Entry, writeEntries } from './ledger.ts'

/** Warsaw, so that UTC and local days differ; 27 March 2011 has 23 hours there, 30 October 25. */
const at = (text: string) => Date.parse(text)
const now = at('2011-11-20T12:00:00Z')

const entries: Entry[] = [
  // Monday 7 November: three purchases, two asked about; the first by two rules.
  {
    id: 't1',
    at: at('2011-11-07T09:05:00Z'),
    customer: 'ada',
    segment: 'private',
    channel: 'card',
    alert: { rules: ['extra-zero', 'far-above-usual'] },
  },
  {
    id: 't2',
    at: at('2011-11-07T10:10:00Z'),
    customer: 'bob',
    segment: 'private',
    alert: { rules: ['extra-zero'] },
  },
  { id: 't3', at: at('2011-11-07T11:00:00Z'), customer: 'bob', segment: 'private' },
  // 23:30 UTC on the 7th is the 8th in Warsaw.
  {
    id: 't4',
    at: at('2011-11-07T23:30:00Z'),
    customer: 'ada',
    segment: 'private',
    alert: { rules: ['paid-twice'] },
  },
  // Counted nowhere: withdrawn, cancelled, superseded.
  {
    id: 't5',
    at: at('2011-11-08T09:00:00Z'),
    customer: 'eve',
    alert: { rules: ['paid-twice'], status: 'withdrawn' },
  },
  { id: 't6', at: at('2011-11-08T09:10:00Z'), customer: 'bob', kind: 'cancellation' },
  { id: 't7', at: at('2011-11-08T09:20:00Z'), customer: 'bob', superseded: true },
  // Nobody knows the customer.
  {
    id: 't8',
    at: at('2011-11-09T09:00:00Z'),
    customer: '~t8',
    customerKnown: false,
    alert: { rules: ['paid-twice'] },
  },
  { id: 't9', at: at('2011-11-09T09:30:00Z'), customer: 'dan', segment: 'business', channel: 'transfer' },
  // The week before, for the comparison.
  {
    id: 'u1',
    at: at('2011-11-01T09:00:00Z'),
    customer: 'ada',
    segment: 'private',
    alert: { rules: ['extra-zero'] },
  },
]

const week = (more: Record<string, unknown> = {}) =>
  parseScope({ period: '2011-11-07..2011-11-13', zone: 'Europe/Warsaw', ...more })

beforeAll(async () => {
  await writeEntries(entries)
})

/** Before the rollup knows anything, when it knows everything, and when half of it is outdated. */
describe.each([
  ['all slots counted from rows', async () => {}],
  ['all slots from the rollup', async () => void (await refreshRollup())],
  [
    'some slots marked again',
    async () =>
      void (await getPool().query("INSERT INTO dirty_slots (slot) VALUES ('2011-11-07T10:00:00Z')")),
  ],
])('with %s', (_, prepare) => {
  beforeAll(prepare)

  test('alert volume counts by local day, without withdrawn alerts', async () => {
    const answer = await queryMetric('alert-volume', week(), { now })
    expect(answer.points.map(({ key, value }) => [key, value])).toEqual([
      ['2011-11-07', 2],
      ['2011-11-08', 1],
      ['2011-11-09', 1],
      ['2011-11-10', 0],
      ['2011-11-11', 0],
      ['2011-11-12', 0],
      ['2011-11-13', 0],
    ])
    expect(answer.total).toEqual({ value: 4, n: 4 })
    expect(answer.excluded).toEqual({ withdrawn: 1, unknownCustomer: 1 })
  })

  test('the same week in UTC has the same total in other days', async () => {
    const answer = await queryMetric('alert-volume', week({ zone: 'UTC' }), { now })
    expect(answer.points.slice(0, 3).map(({ value }) => value)).toEqual([3, 0, 1])
    expect(answer.total.value).toBe(4)
  })

  test('the comparison is what one sees when opening the week before', async () => {
    const { comparison } = await queryMetric('alert-volume', week(), { now })
    const opened = await queryMetric(
      'alert-volume',
      parseScope({ period: '2011-10-31..2011-11-06', zone: 'Europe/Warsaw', compare: 'none' }),
      { now },
    )
    expect(comparison?.total).toEqual({ value: 1, n: 1 })
    expect(comparison?.points).toEqual(opened.points)
    expect(comparison?.difference).toMatchObject({ current: 4, earlier: 1, absolute: 3 })
  })

  test('hits by rule count each rule of an alert, and the parts add up', async () => {
    const answer = await queryMetric('hits-by-rule', week(), { now, by: 'rule' })
    expect(answer.total.value).toBe(5)
    expect(answer.series?.map(({ by, total }) => [by.value, total.value])).toEqual([
      ['extra-zero', 2],
      ['paid-twice', 2],
      ['far-above-usual', 1],
    ])
  })

  test('rules that fired together are a split of the alerts', async () => {
    const answer = await queryMetric('alert-volume', week(), { now, by: 'pair' })
    expect(answer.series?.map(({ by, total }) => [by.value, total.value])).toEqual([
      ['extra-zero+far-above-usual', 1],
    ])
  })

  test('customers are counted once in the total and leave out the unknown', async () => {
    const answer = await queryMetric('distinct-customers', week(), { now })
    expect(answer.total.value).toBe(2)
    expect(answer.points.map(({ value }) => value)).toEqual([2, 1, 0, 0, 0, 0, 0])
  })

  test('the repeat-alert rate is the share of alerted customers with two alerts or more', async () => {
    const answer = await queryMetric('repeat-alert-rate', week(), { now })
    expect(answer.total).toMatchObject({ numerator: 1, n: 2, value: 0.5 })
    expect(answer.points.map(({ value }) => value)).toEqual([0, 0, null, null, null, null, null])
  })

  test('the ask rate divides transactions by transactions, cancellations and old revisions left out', async () => {
    const { total } = await queryMetric('ask-rate', week(), { now })
    // t1, t2, t4 and t8 of t1 to t5, t8 and t9; t5 happened, but its alert was withdrawn.
    expect(total).toMatchObject({ numerator: 4, n: 7, value: 4 / 7 })
    // Wilson by hand: p = 4/7, z = 1.96.
    expect(total.low).toBeCloseTo(0.2505, 3)
    expect(total.high).toBeCloseTo(0.8418, 3)
  })

  test('the ask rate by rule sets each rule against all transactions', async () => {
    const answer = await queryMetric('ask-rate', week(), { now, by: 'rule' })
    expect(answer.series?.map(({ by, total }) => [by.value, total.numerator, total.n])).toEqual([
      ['extra-zero', 2, 7],
      ['paid-twice', 2, 7],
      ['far-above-usual', 1, 7],
    ])
  })

  test('the ask rate by segment shows a segment without questions as 0, not as absent', async () => {
    const answer = await queryMetric('ask-rate', week(), { now, by: 'segment' })
    expect(answer.series?.map(({ by, total }) => [by.value, total.numerator, total.n])).toEqual([
      ['private', 3, 4],
      ['', 1, 2],
      ['business', 0, 1],
    ])
  })

  test('the hour of the week is the local one', async () => {
    const answer = await queryMetric('alert-volume', week(), { now, by: 'hour' })
    // Monday 10:05 and 11:10, Tuesday 0:30, Wednesday 10:00 in Warsaw.
    expect(answer.series?.map(({ by }) => Number(by.value)).sort((a, b) => a - b)).toEqual([10, 11, 24, 58])
  })

  test('days that have not begun are unknown, not zero', async () => {
    const answer = await queryMetric('alert-volume', week(), { now: at('2011-11-09T12:00:00Z') })
    expect(answer.points.map(({ value }) => value)).toEqual([2, 1, 1, null, null, null, null])
    expect(answer.points.map(({ unfinished }) => unfinished)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ])
  })
})

describe('a request that cannot be answered', () => {
  test('hours over ten years are refused with the width to use', async () => {
    await expect(
      queryMetric('alert-volume', parseScope({ period: '2010-01-01..2019-12-31', bucket: 'hour' }), { now }),
    ).rejects.toMatchObject({ code: 'invalidInput', userMessage: expect.stringContaining('week instead') })
  })

  test('a figure is never split by customer', async () => {
    await expect(queryMetric('alert-volume', week(), { now, by: 'customer' })).rejects.toMatchObject({
      code: 'invalidInput',
    })
  })
})
