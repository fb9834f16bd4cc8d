import { defineQuery } from '../../db/define-query.ts'
import { splitJoin } from '../sql/conditions.ts'
import { askedFields } from '../sql/fields.ts'
import { selected } from '../sql/selected.ts'
import { instants, sql } from '../../db/sql.ts'
import { type Counting, countSchema } from './count.ts'

/** Transactions that raised or joined an alert, by bucket and in all, by rows. */
export const countAsked = defineQuery({
  row: countSchema,
  build: (counting: Counting) => {
    const split = counting.split === null ? null : askedFields(counting)[counting.split]
    return sql`
      SELECT bucket, part, count(*) AS value, NULL::int AS n
      FROM (
        SELECT width_bucket(t.occurred_at, ${instants(counting.edges)}) AS bucket, split.part
        ${selected.asked(counting, splitJoin(split))}
      ) transaction
      GROUP BY GROUPING SETS ((part), (part, bucket))`
  },
})
