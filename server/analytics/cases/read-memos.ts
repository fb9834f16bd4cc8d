import { z } from 'zod'
import { type Filter } from '../../../domain/metrics/filter.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, type Sql, sql } from '../../db/sql.ts'
import { countedCases } from '../care/counted-cases.ts'
import { caseFilters } from './case-filters.ts'

interface Sent {
  readonly range: Interval
  readonly filters: readonly Filter[]
}

/** Memos `m` of cases `c` that were sent in a range; one whose case was resolved without its answer has no turnaround. */
export function memosSent({ range, filters }: Sent): Sql {
  return sql`memos m
    JOIN cases c ON c.customer_ref = m.customer_ref AND c.id = m.case_id AND ${countedCases}
    WHERE m.state <> 'withdrawn' AND m.sent_at >= ${instant(range.from)} AND m.sent_at < ${instant(range.to)} AND ${caseFilters(filters)}`
}

/** Memos sent in a range and when they were decided (null: not yet); epoch ms. */
export const readMemos = defineQuery({
  row: z.object({
    sentAt: z.date().transform((date) => date.getTime()),
    decidedAt: z
      .date()
      .nullable()
      .transform((date) => date?.getTime() ?? null),
  }),
  build: (sent: Sent) => sql`
    SELECT m.sent_at AS "sentAt", m.decided_at AS "decidedAt" FROM ${memosSent(sent)}`,
})
