import { type ClientBase } from 'pg'
import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { instants, sql } from '../../db/sql.ts'
import { type Count, type Counting, countSchema } from '../figures/count.ts'
import { splitJoin } from '../sql/conditions.ts'
import { alertFields } from '../sql/fields.ts'
import { selected } from '../sql/selected.ts'
import { type AlertMoney, alertMoney } from './alert-money.ts'
import { currencyOfWhole } from './currency-of-whole.ts'

const sum = defineQuery({
  row: countSchema.extend({ currency: z.string().nullable() }),
  build: ({ counting, money }: { readonly counting: Counting; readonly money: AlertMoney }) => {
    const split = counting.split === null ? null : alertFields(counting)[counting.split]
    return sql`
      SELECT bucket, part, sum(minor)::bigint AS value, count(*) AS n,
        CASE WHEN min(currency) = max(currency) THEN min(currency) END AS currency
      FROM (
        SELECT width_bucket(a.raised_at, ${instants(counting.edges)}) AS bucket, split.part, a.currency::text AS currency,
          ${alertMoney[money]} AS minor
        ${selected.alerts(counting, splitJoin(split))}
      ) alert
      WHERE minor > 0
      GROUP BY GROUPING SETS ((part), (part, bucket))`
  },
})

/** Amounts of alerts (`value`, minor units) and how many alerts have one (`n`), never added over currencies. */
export function countMoney(money: AlertMoney): (client: ClientBase, counting: Counting) => Promise<Count[]> {
  return async (client, counting) => currencyOfWhole(await sum(client, { counting, money }))
}
