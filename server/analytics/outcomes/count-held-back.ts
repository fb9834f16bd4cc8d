import { defineQuery } from '../../db/define-query.ts'
import { instants, sql } from '../../db/sql.ts'
import { type Counting, countSchema } from '../figures/count.ts'
import { splitJoin } from '../sql/conditions.ts'
import { heldBack, heldBackFields } from './held-back.ts'

/** Rules that fired and did not ask, by bucket and in all. */
export const countHeldBack = defineQuery({
  row: countSchema,
  build: (counting: Counting) => {
    const split = counting.split === null ? null : heldBackFields(counting)[counting.split]
    return sql`
      SELECT bucket, part, count(*) AS value, NULL::int AS n
      FROM (
        SELECT width_bucket(b.at, ${instants(counting.edges)}) AS bucket, split.part
        ${heldBack(counting, splitJoin(split))}
      ) hit
      GROUP BY GROUPING SETS ((part), (part, bucket))`
  },
})
