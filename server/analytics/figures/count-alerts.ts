import { defineQuery } from '../../db/define-query.ts'
import { splitJoin } from '../sql/conditions.ts'
import { alertFields } from '../sql/fields.ts'
import { selected } from '../sql/selected.ts'
import { instants, type Sql, sql } from '../../db/sql.ts'
import { type Counting, countSchema } from './count.ts'

/** Alerts `a` that meet a condition, by bucket and in all. */
export function countAlertsWhere(condition: Sql) {
  return defineQuery({
    row: countSchema,
    build: (counting: Counting) => {
      const split = counting.split === null ? null : alertFields(counting)[counting.split]
      return sql`
      SELECT bucket, part, count(*) AS value, NULL::int AS n
      FROM (
        SELECT width_bucket(a.raised_at, ${instants(counting.edges)}) AS bucket, split.part
        ${selected.alerts(counting, splitJoin(split))} AND ${condition}
      ) alert
      GROUP BY GROUPING SETS ((part), (part, bucket))`
    },
  })
}

/** Alerts by bucket and in all. */
export const countAlerts = countAlertsWhere(sql`true`)
