import { defineQuery } from '../../db/define-query.ts'
import { splitJoin } from '../sql/conditions.ts'
import { alertFields } from '../sql/fields.ts'
import { selected } from '../sql/selected.ts'
import { instants, sql } from '../../db/sql.ts'
import { type Counting, countSchema } from './count.ts'

/** Known customers with alerts (`n`) and with two or more of them (`value`), in each bucket by itself and in all. */
export const countCustomers = defineQuery({
  row: countSchema,
  build: (counting: Counting) => {
    const split = counting.split === null ? null : alertFields(counting)[counting.split]
    return sql`
      SELECT bucket, part, count(*) FILTER (WHERE alerts >= 2) AS value, count(*) AS n
      FROM (
        SELECT customer_ref, part, bucket, GROUPING(bucket) AS whole, count(*) AS alerts
        FROM (
          SELECT a.customer_ref, split.part, width_bucket(a.raised_at, ${instants(counting.edges)}) AS bucket
          ${selected.alerts(counting, splitJoin(split))} AND a.customer_known
        ) alert
        GROUP BY GROUPING SETS ((customer_ref, part), (customer_ref, part, bucket))
      ) customer
      GROUP BY part, bucket, whole`
  },
})
