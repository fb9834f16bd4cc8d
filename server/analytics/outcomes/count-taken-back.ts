import { type ClientBase } from 'pg'
import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { instants, sql } from '../../db/sql.ts'
import { type Count, type Counting } from '../figures/count.ts'
import { splitJoin } from '../sql/conditions.ts'
import { currencyOfWhole } from './currency-of-whole.ts'
import { caught, missed, takenBack, takenBackFields } from './taken-back.ts'

const count = defineQuery({
  row: z.object({
    bucket: z.int().nullable(),
    part: z.string().nullable(),
    missed: z.int(),
    caught: z.int(),
    missedMinor: z.int(),
    currency: z.string().nullable(),
  }),
  build: (counting: Counting) => {
    const split = counting.split === null ? null : takenBackFields(counting)[counting.split]
    return sql`
      SELECT bucket, part, count(*) FILTER (WHERE missed) AS missed, count(*) FILTER (WHERE caught) AS caught,
        coalesce(sum(minor) FILTER (WHERE missed), 0)::bigint AS "missedMinor",
        CASE WHEN min(currency) FILTER (WHERE missed) = max(currency) FILTER (WHERE missed)
          THEN min(currency) FILTER (WHERE missed) END AS currency
      FROM (
        SELECT width_bucket(l.occurred_at, ${instants(counting.edges)}) AS bucket, split.part,
          ${missed} AS missed, ${caught} AS caught, l.amount_minor AS minor, l.currency::text AS currency
        ${takenBack(counting, splitJoin(split))}
      ) line
      GROUP BY GROUPING SETS ((part), (part, bucket))`
  },
})

/** Lines taken back without an alert. */
export async function countMissed(client: ClientBase, counting: Counting): Promise<Count[]> {
  const counts = await count(client, counting)
  return counts.map(({ bucket, part, missed: value }) => ({ bucket, part, value, n: null }))
}

/** Lines taken back that an alert was about. */
export async function countCaught(client: ClientBase, counting: Counting): Promise<Count[]> {
  const counts = await count(client, counting)
  return counts.map(({ bucket, part, caught: value }) => ({ bucket, part, value, n: null }))
}

/** Lines that an alert was about (`value`) of all that were taken back (`n`). */
export async function countRecall(client: ClientBase, counting: Counting): Promise<Count[]> {
  const counts = await count(client, counting)
  return counts.map((of) => ({
    bucket: of.bucket,
    part: of.part,
    value: of.caught,
    n: of.caught + of.missed,
  }))
}

/** The amount of lines taken back without an alert, and how many they are. */
export async function countMissedAmount(client: ClientBase, counting: Counting): Promise<Count[]> {
  const counts = (await count(client, counting)).filter((of) => of.missed > 0)
  return currencyOfWhole(counts).map((of) => ({
    bucket: of.bucket,
    part: of.part,
    value: of.missedMinor,
    n: of.missed,
    currency: of.currency,
  }))
}
