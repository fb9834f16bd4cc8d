import { defineQuery } from '../../db/define-query.ts'
import { splitJoin } from '../sql/conditions.ts'
import { hitFields } from '../sql/fields.ts'
import { selected } from '../sql/selected.ts'
import { instants, sql } from '../../db/sql.ts'
import { type Counting, countSchema } from './count.ts'

/** Hits by bucket and in all. */
export const countHits = defineQuery({
  row: countSchema,
  build: (counting: Counting) => {
    const split = counting.split === null ? null : hitFields(counting)[counting.split]
    return sql`
      SELECT bucket, part, count(*) AS value, NULL::int AS n
      FROM (
        SELECT width_bucket(h.at, ${instants(counting.edges)}) AS bucket, split.part
        ${selected.hits(counting, splitJoin(split))}
      ) hit
      GROUP BY GROUPING SETS ((part), (part, bucket))`
  },
})
