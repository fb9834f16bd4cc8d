import { type ClientBase } from 'pg'
import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { instants, type Sql, sql } from '../../db/sql.ts'
import { type Count, type Counting } from '../figures/count.ts'
import { splitJoin } from '../sql/conditions.ts'
import { alertFields } from '../sql/fields.ts'
import { selected } from '../sql/selected.ts'
import { judged, judgeable, needless, unreachable, worthAsking } from './alert-conditions.ts'
import { currencyOfWhole } from './currency-of-whole.ts'

const row = z.object({
  bucket: z.int().nullable(),
  part: z.string().nullable(),
  currency: z.string().nullable(),
  all: z.int(),
  judged: z.int(),
  hits: z.int(),
  unreachable: z.int(),
  allMinor: z.int(),
  judgedMinor: z.int(),
  judgedSquared: z.number(),
  hitsMinor: z.int(),
  unreachableMinor: z.int(),
})

/** Judged alerts, those among them that meet `hit`, and what is not judged, in alerts and by amount. */
const count = defineQuery({
  row,
  build: ({ counting, hit }: { readonly counting: Counting; readonly hit: Sql }) => {
    const split = counting.split === null ? null : alertFields(counting)[counting.split]
    return sql`
      SELECT bucket, part,
        CASE WHEN min(currency) = max(currency) THEN min(currency) END AS currency,
        count(*) AS all, count(*) FILTER (WHERE judged) AS judged, count(*) FILTER (WHERE hit) AS hits,
        count(*) FILTER (WHERE unreachable) AS unreachable,
        coalesce(sum(minor), 0)::bigint AS "allMinor",
        coalesce(sum(minor) FILTER (WHERE judged), 0)::bigint AS "judgedMinor",
        coalesce(sum(minor::float8 * minor) FILTER (WHERE judged), 0) AS "judgedSquared",
        coalesce(sum(minor) FILTER (WHERE hit), 0)::bigint AS "hitsMinor",
        coalesce(sum(minor) FILTER (WHERE unreachable), 0)::bigint AS "unreachableMinor"
      FROM (
        SELECT width_bucket(a.raised_at, ${instants(counting.edges)}) AS bucket, split.part, a.currency::text AS currency,
          abs(a.amount_minor) AS minor, ${judged} AS judged, ${hit} AS hit, ${unreachable} AS unreachable
        ${selected.alerts(counting, splitJoin(split))} AND ${judgeable}
      ) alert
      GROUP BY GROUPING SETS ((part), (part, bucket))`
  },
})

/** (mistake + fraud) of all judged. */
export function countPrecision(client: ClientBase, counting: Counting): Promise<Count[]> {
  return countShare(client, counting, worthAsking)
}

/** Intended of all judged. */
export function countNeedless(client: ClientBase, counting: Counting): Promise<Count[]> {
  return countShare(client, counting, needless)
}

/** (mistake + fraud) of all judged, by amount. */
export async function countPrecisionByAmount(client: ClientBase, counting: Counting): Promise<Count[]> {
  const counts = await count(client, { counting, hit: worthAsking })
  return currencyOfWhole(counts).map((of) => ({
    bucket: of.bucket,
    part: of.part,
    value: of.hitsMinor,
    n: of.judged,
    currency: of.currency,
    weights: { whole: of.judgedMinor, squared: of.judgedSquared },
    judged: { all: of.allMinor, unreachable: of.unreachableMinor },
  }))
}

async function countShare(client: ClientBase, counting: Counting, hit: Sql): Promise<Count[]> {
  const counts = await count(client, { counting, hit })
  return counts.map(({ bucket, part, all, judged: n, hits: value, unreachable: unknown }) => ({
    bucket,
    part,
    value,
    n,
    judged: { all, unreachable: unknown },
  }))
}
