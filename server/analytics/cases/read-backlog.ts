import { z } from 'zod'
import { type Filter } from '../../../domain/metrics/filter.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, type Sql, sql } from '../../db/sql.ts'
import { countedCases } from '../care/counted-cases.ts'
import { type CareReading } from '../care/open-reading.ts'
import { caseFilters } from './case-filters.ts'

/** Edges of the age of open cases, hours: under 4 hours, a day, three days, a week, a month, older. */
export const ageEdgesHours = [4, 24, 72, 168, 720] as const

/** When the backlog of a reading is taken: at the end of its range, or now. Ranges are half-open: an edge belongs to what follows. */
export function backlogInstant({ resolved, context }: CareReading): number {
  return Math.min(resolved.window.period.to, context.now) - 1
}

/**
 * Cases `c` open at an instant with the segment `s` that held them. The few open ones are found first: planned as one join, workers
 * are started that cost more than they save.
 */
export function backlogAt(at: number): Sql {
  return sql`(
      SELECT customer_ref, case_id, turn FROM case_segments
      WHERE tstzrange(started_at, ended_at) @> ${instant(at)} OFFSET 0
    ) s
    JOIN cases c ON c.customer_ref = s.customer_ref AND c.id = s.case_id AND ${countedCases}`
}

const edges = (): Sql => sql`${ageEdgesHours.map((hours) => hours * 3600)}::float8[]`

const ageOf = (at: number): Sql =>
  sql`width_bucket(extract(epoch FROM ${instant(at)} - c.opened_at)::float8, ${edges()})`

/** Whether a case `c` was of an age at an instant: the place of the age's bucket from 0. */
export function isOfAge(age: number, at: number): Sql {
  return sql`${ageOf(at)} = ${age}`
}

/** Open cases at an instant by whose turn it was and how old they were then. */
export const readBacklog = defineQuery({
  row: z.object({ turn: z.string(), age: z.int(), cases: z.int() }),
  build: ({ at, filters }: { readonly at: number; readonly filters: readonly Filter[] }) => sql`
    SELECT s.turn, ${ageOf(at)} AS age, count(*) AS cases
    FROM ${backlogAt(at)} WHERE ${caseFilters(filters)}
    GROUP BY 1, 2 ORDER BY 1, 2`,
})
