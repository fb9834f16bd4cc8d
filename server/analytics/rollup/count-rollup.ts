import { z } from 'zod'
import { type FilterDimensionKey } from '../../../domain/metrics/dimensions.ts'
import { type Filter } from '../../../domain/metrics/filter.ts'
import { offsetSegments } from '../../../domain/time/offset-segments.ts'
import { type Counting } from '../figures/count.ts'
import { filterConditions, splitJoin } from '../sql/conditions.ts'
import { defineQuery } from '../../db/define-query.ts'
import { type Fields } from '../sql/fields.ts'
import { hourOfWeekSql } from '../sql/hour-of-week-sql.ts'
import { instant, instants, sql } from '../../db/sql.ts'
import { eventsOfSlots } from './events-of-slots.ts'
import { slotMs, slotStart } from './slot.ts'

/** The dimensions that the rollup keeps apart. */
const kept: readonly FilterDimensionKey[] = ['segment', 'channel', 'currency', 'hour']

/** Whether the rollup can answer: nothing else is filtered or split by, and local hours begin on quarter hours. */
export function servesFromRollup(counting: Counting): boolean {
  const named: (FilterDimensionKey | null)[] = [counting.split, ...counting.filters.map(keyOf)]
  if (named.some((dimension) => dimension !== null && !kept.includes(dimension))) return false
  if (!named.includes('hour')) return true
  return offsetSegments(counting.range, counting.zone).every(({ offsetMs }) => offsetMs % slotMs === 0)
}

/**
 * Transactions, those asked about, and alerts, by bucket and in all: clean slots from the rollup, slots with a mark and
 * slots that an edge of the range or of a bucket cuts from the rows. One statement, so that marks, counts and rows
 * are those of one moment.
 */
export const countRollup = defineQuery({
  row: z.object({
    bucket: z.int().nullable(),
    part: z.string().nullable(),
    transactions: z.int(),
    asked: z.int(),
    alerts: z.int(),
  }),
  build: (counting: Counting) => {
    const { range } = counting
    const fields = rollupFields(counting)
    const split = counting.split === null ? null : (fields[counting.split] ?? null)
    return sql`
      WITH raw_slots AS MATERIALIZED (
        SELECT slot FROM dirty_slots
        WHERE slot >= ${instant(slotStart(range.from))} AND slot < ${instant(range.to)}
        UNION SELECT unnest(${instants(cutSlots(counting))})
      ),
      events AS (
        SELECT r.slot AS at, segment, channel, currency, transactions, asked, alerts
        FROM screening_rollup r
        WHERE r.slot >= ${instant(range.from)} AND r.slot < ${instant(range.to)}
          AND NOT EXISTS (SELECT FROM raw_slots s WHERE s.slot = r.slot)
        UNION ALL
        SELECT at, segment, channel, currency, transactions, asked, alerts
        FROM (${eventsOfSlots(sql`raw_slots`)}) event
        WHERE at >= ${instant(range.from)} AND at < ${instant(range.to)}
      )
      SELECT bucket, part, coalesce(sum(transactions), 0)::bigint AS transactions,
        coalesce(sum(asked), 0)::bigint AS asked, coalesce(sum(alerts), 0)::bigint AS alerts
      FROM (
        SELECT width_bucket(e.at, ${instants(counting.edges)}) AS bucket, split.part,
          e.transactions, e.asked, e.alerts
        FROM events e ${splitJoin(split)}
        WHERE ${filterConditions(counting.filters, fields)}
      ) counted
      GROUP BY GROUPING SETS ((part), (part, bucket))`
  },
})

function rollupFields(counting: Counting): Partial<Fields> {
  return {
    segment: { value: sql`e.segment` },
    channel: { value: sql`e.channel` },
    currency: { value: sql`e.currency::text` },
    hour: { value: sql`${hourOfWeekSql(sql`e.at`, counting)}::text` },
  }
}

/** Slots that an edge divides: their counts belong to two buckets, or only in part to the range. */
function cutSlots({ edges, range }: Counting): number[] {
  return [...edges, range.from, range.to].filter((edge) => edge % slotMs !== 0).map(slotStart)
}

function keyOf(filter: Filter): FilterDimensionKey {
  return filter.dimension
}
