import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../domain/errors/app-error.ts'
import {
  bucketIndex,
  bucketLimit,
  bucketsOf,
  bucketUnits,
  defaultBucket,
} from '../../../domain/time/buckets.ts'
import { type BucketUnit, fitsBucketLimit } from '../../../domain/time/buckets.ts'
import { instant, zoneName } from './period-arbitrary.ts'

const later = { now: Date.UTC(2100, 0, 1) }
const range = (from: string, to: string, zone: string, unit: BucketUnit) => ({
  from: Date.parse(from),
  to: Date.parse(to),
  zone,
  unit,
})
const lengths = (buckets: readonly { from: number; to: number }[]) =>
  buckets.map(({ from, to }) => (to - from) / 60_000)

describe('bucketsOf', () => {
  it('gives Warsaw days of 24, 25 and 23 hours', () => {
    const autumn = bucketsOf(range('2026-10-23T22:00Z', '2026-10-26T23:00Z', 'Europe/Warsaw', 'day'), later)
    expect(autumn.map((bucket) => bucket.key)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
    expect(lengths(autumn)).toEqual([1440, 1500, 1440])
    expect(
      lengths(bucketsOf(range('2026-03-28T23:00Z', '2026-03-29T22:00Z', 'Europe/Warsaw', 'day'), later)),
    ).toEqual([1380])
  })

  it('gives the repeated hour of Warsaw two buckets with different names', () => {
    const buckets = bucketsOf(range('2026-10-24T23:00Z', '2026-10-25T02:00Z', 'Europe/Warsaw', 'hour'), later)
    expect(buckets.map((bucket) => bucket.key)).toEqual([
      '2026-10-25T01:00+02:00',
      '2026-10-25T02:00+02:00',
      '2026-10-25T02:00+01:00',
    ])
  })

  it('gives the skipped hour of Warsaw none', () => {
    const buckets = bucketsOf(range('2026-03-29T00:00Z', '2026-03-29T02:00Z', 'Europe/Warsaw', 'hour'), later)
    expect(buckets.map((bucket) => bucket.key)).toEqual(['2026-03-29T01:00+01:00', '2026-03-29T03:00+02:00'])
  })

  it('lets the hour that Lord Howe sets back by half an hour last 90 minutes', () => {
    const buckets = bucketsOf(
      range('2026-04-04T13:00Z', '2026-04-04T16:30Z', 'Australia/Lord_Howe', 'hour'),
      later,
    )
    expect(buckets.map((bucket) => bucket.key)).toEqual([
      '2026-04-05T00:00+11:00',
      '2026-04-05T01:00+11:00',
      '2026-04-05T02:00+10:30',
    ])
    expect(lengths(buckets)).toEqual([60, 90, 60])
  })

  it('lets the hour that Lord Howe sets forward last 30 minutes', () => {
    const buckets = bucketsOf(
      range('2026-10-03T14:30Z', '2026-10-03T17:00Z', 'Australia/Lord_Howe', 'hour'),
      later,
    )
    expect(lengths(buckets)).toEqual([60, 30, 60])
  })

  it('names weeks, months and quarters by ISO 8601 and marks those that the range cuts', () => {
    const weeks = bucketsOf(range('2026-01-01T00:00Z', '2026-01-12T00:00Z', 'UTC', 'week'), later)
    expect(weeks.map(({ key, partial }) => [key, partial])).toEqual([
      ['2026-W01', true],
      ['2026-W02', false],
    ])
    const quarters = bucketsOf(range('2026-01-01T00:00Z', '2026-08-01T00:00Z', 'UTC', 'quarter'), later)
    expect(quarters.map((bucket) => bucket.key)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3'])
  })

  it('marks what can still grow as unfinished', () => {
    const now = Date.parse('2026-01-02T10:00Z')
    const days = bucketsOf(range('2026-01-01T00:00Z', '2026-01-04T00:00Z', 'UTC', 'day'), { now })
    expect(days.map((bucket) => bucket.unfinished)).toEqual([false, true, true])
  })

  it('finishes a bucket at its very end', () => {
    const now = Date.parse('2026-01-02T00:00Z')
    const days = bucketsOf(range('2026-01-01T00:00Z', '2026-01-03T00:00Z', 'UTC', 'day'), { now })
    expect(days.map((bucket) => bucket.unfinished)).toEqual([false, true])
  })

  it('refuses a thousand buckets and names the width to use', () => {
    const wide = range('2011-01-01T00:00Z', '2012-01-01T00:00Z', 'UTC', 'hour')
    expect(() => bucketsOf(wide, later)).toThrow(AppError)
    expect(() => bucketsOf(wide, later)).toThrow(/more than 1000 buckets/i)
    try {
      bucketsOf(wide, later)
    } catch (error) {
      expect((error as AppError).userMessage).toMatch(/Use day instead/)
      expect((error as AppError).details).toEqual({ limit: 1000, suggestedUnit: 'day' })
    }
  })

  it('tiles its range in order, with different names, within the limit, in every zone', () => {
    fc.assert(
      fc.property(
        zoneName,
        instant,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...bucketUnits),
        (zone, from, days, unit) => {
          const to = from + days * 86_400_000
          const buckets = bucketsOf({ from, to, zone, unit }, later)
          expect(buckets[0]?.from).toBe(from)
          expect(buckets.at(-1)?.to).toBe(to)
          expect(
            buckets.every((bucket, index) => index === 0 || bucket.from === buckets[index - 1]?.to),
          ).toBe(true)
          expect(buckets.every((bucket) => bucket.from < bucket.to)).toBe(true)
          expect(new Set(buckets.map((bucket) => bucket.key)).size).toBe(buckets.length)
          expect(buckets.length).toBeLessThanOrEqual(bucketLimit)
        },
      ),
    )
  })

  it('never exceeds the limit where the picker says that it fits', () => {
    for (const unit of bucketUnits) {
      const from = Date.UTC(1970, 0, 1)
      let to = from + 86_400_000
      while (fitsBucketLimit({ from, to: to * 1.01 }, unit) && to < Date.UTC(2199, 0, 1)) to *= 1.01
      expect(
        bucketsOf({ from, to: Math.floor(to), zone: 'Europe/Warsaw', unit }, later).length,
      ).toBeLessThanOrEqual(bucketLimit)
    }
  })

  it('always offers a default width that fits', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 200 * 366 }), (from, days) => {
        const period = { from, to: from + days * 86_400_000 }
        expect(fitsBucketLimit(period, defaultBucket(period))).toBe(true)
      }),
    )
  })
})

describe('bucketIndex', () => {
  it('finds the bucket that contains the instant, and none outside', () => {
    const buckets = bucketsOf(range('2026-10-01T00:00Z', '2026-11-01T00:00Z', 'Europe/Warsaw', 'day'), later)
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 8, 29), max: Date.UTC(2026, 10, 3) }), (at) => {
        const expected = buckets.findIndex((bucket) => at >= bucket.from && at < bucket.to)
        expect(bucketIndex(buckets, at)).toBe(expected === -1 ? null : expected)
      }),
    )
  })
})
