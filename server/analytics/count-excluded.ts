import { z } from 'zod'
import { type Selection } from './selection.ts'
import { filterConditions } from './sql/conditions.ts'
import { defineQuery } from '../db/define-query.ts'
import { alertFields } from './sql/fields.ts'
import { instant, sql } from '../db/sql.ts'

/** How many alerts of a selection the metrics leave out, and why. */
export const countExcluded = defineQuery({
  row: z.object({ withdrawn: z.int(), unknownCustomer: z.int() }),
  build: (selection: Selection) => sql`
    SELECT count(*) FILTER (WHERE a.status = 'withdrawn') AS withdrawn,
      count(*) FILTER (WHERE a.status <> 'withdrawn' AND NOT a.customer_known) AS "unknownCustomer"
    FROM alerts a
    WHERE a.raised_at >= ${instant(selection.range.from)} AND a.raised_at < ${instant(selection.range.to)}
      AND ${filterConditions(selection.filters, alertFields(selection))}`,
})
