import { defineQuery } from '../../db/define-query.ts'
import { type Fields, transactionFields } from '../sql/fields.ts'
import { splitJoin } from '../sql/conditions.ts'
import { selected } from '../sql/selected.ts'
import { instants, sql } from '../../db/sql.ts'
import { type Counting, countSchema } from './count.ts'

/** Transactions by bucket and in all, by rows. Filters and splits that transactions do not have are left out. */
export const countTransactions = defineQuery({
  row: countSchema,
  build: (counting: Counting) => {
    const fields: Partial<Fields> = transactionFields(counting)
    const split = counting.split === null ? null : (fields[counting.split] ?? null)
    return sql`
      SELECT bucket, part, count(*) AS value, NULL::int AS n
      FROM (
        SELECT width_bucket(t.occurred_at, ${instants(counting.edges)}) AS bucket, split.part
        ${selected.transactions(counting, splitJoin(split))}
      ) transaction
      GROUP BY GROUPING SETS ((part), (part, bucket))`
  },
})
