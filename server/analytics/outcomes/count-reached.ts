import { type ClientBase } from 'pg'
import { defineQuery } from '../../db/define-query.ts'
import { instant, instants, sql } from '../../db/sql.ts'
import { type Count, type Counting, countSchema } from '../figures/count.ts'
import { splitJoin } from '../sql/conditions.ts'
import { alertFields } from '../sql/fields.ts'
import { selected } from '../sql/selected.ts'
import { attemptDue, reached } from './alert-conditions.ts'

const count = defineQuery({
  row: countSchema,
  build: (counting: Counting) => {
    const split = counting.split === null ? null : alertFields(counting)[counting.split]
    return sql`
      SELECT bucket, part, count(*) FILTER (WHERE reached) AS value, count(*) FILTER (WHERE due) AS n
      FROM (
        SELECT customer_ref, part, bucket, GROUPING(bucket) AS whole, bool_or(reached) AS reached, bool_or(due) AS due
        FROM (
          SELECT a.customer_ref, split.part, width_bucket(a.raised_at, ${instants(counting.edges)}) AS bucket,
            ${reached} AS reached, ${reached} OR ${attemptDue(instant(counting.now))} AS due
          ${selected.alerts(counting, splitJoin(split))} AND a.customer_known
        ) alert
        GROUP BY GROUPING SETS ((customer_ref, part), (customer_ref, part, bucket))
      ) customer
      GROUP BY part, bucket, whole`
  },
})

/** Known customers with a two-way contact (`value`) of those for whom an attempt was made or due (`n`). */
export function countReached(client: ClientBase, counting: Counting): Promise<Count[]> {
  return count(client, counting)
}
