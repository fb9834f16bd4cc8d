import { z } from 'zod'
import { type Filter } from '../../../domain/metrics/filter.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, type Sql, sql } from '../../db/sql.ts'
import { countedCases } from '../care/counted-cases.ts'
import { caseFilters } from './case-filters.ts'

/** Edges of the age of open cases, hours: under 4 hours, a day, three days, a week, a month, older. */
export const ageEdgesHours = [4, 24, 72, 168, 720] as const

const edges = (): Sql => sql`${ageEdgesHours.map((hours) => hours * 3600)}::float8[]`

/**
 * Open cases at an instant by whose turn it was and how old they were then; `age` is the place of the age's
 * bucket from 0. The few open ones are found first: planned as one join, workers are started that cost more than they save.
 */
export const readBacklog = defineQuery({
  row: z.object({ turn: z.string(), age: z.int(), cases: z.int() }),
  build: ({ at, filters }: { readonly at: number; readonly filters: readonly Filter[] }) => sql`
    WITH s AS MATERIALIZED (
      SELECT customer_ref, case_id, turn FROM case_segments
      WHERE tstzrange(started_at, ended_at) @> ${instant(at)}
    )
    SELECT s.turn, width_bucket(extract(epoch FROM ${instant(at)} - c.opened_at)::float8, ${edges()}) AS age,
      count(*) AS cases
    FROM s
    JOIN cases c ON c.customer_ref = s.customer_ref AND c.id = s.case_id AND ${countedCases}
    WHERE ${caseFilters(filters)}
    GROUP BY 1, 2 ORDER BY 1, 2`,
})
