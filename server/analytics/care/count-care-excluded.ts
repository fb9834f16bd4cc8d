import { z } from 'zod'
import { type Interval } from '../../../domain/time/interval.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, sql } from '../../db/sql.ts'

/** How many cases opened in a range figures leave out, and why. */
export const countCareExcluded = defineQuery({
  row: z.object({ merged: z.int(), excluded: z.int() }),
  build: ({ from, to }: Interval) => sql`
    SELECT count(*) FILTER (WHERE status = 'merged') AS merged, count(*) FILTER (WHERE status <> 'merged') AS excluded
    FROM cases
    WHERE opened_at >= ${instant(from)} AND opened_at < ${instant(to)} AND (excluded IS NOT NULL OR status = 'merged')`,
})
