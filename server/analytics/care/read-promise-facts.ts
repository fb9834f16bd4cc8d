import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type PromiseFact } from '../../../domain/metrics/care/case-columns.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, sql } from '../../db/sql.ts'
import { countedCases } from './counted-cases.ts'
import { type OfCase } from './of-case.ts'

const readRows = defineQuery({
  row: z.object({
    caseId: z.string(),
    dueAt: z.date().transform((date) => date.getTime()),
    state: z.string(),
    emergency: z.boolean(),
    desk: z.string(),
    kind: z.string(),
    channel: z.string(),
    priority: z.string(),
    segment: z.string(),
    source: z.string(),
  }),
  build: ({ from, to }: Interval) => sql`
    SELECT c.id::text AS "caseId", p.due_at AS "dueAt", p.state, c.emergency, c.desk, c.kind, c.channel, coalesce(c.priority, '') AS priority,
      coalesce(c.segment, '') AS segment, c.source
    FROM case_promises p
    JOIN cases c ON c.customer_ref = p.customer_ref AND c.id = p.case_id AND ${countedCases}
    WHERE p.due_at >= ${instant(from)} AND p.due_at < ${instant(to)}`,
})

/** The promises that were due in the range. */
export function readPromiseFacts(client: ClientBase, range: Interval): Promise<OfCase<PromiseFact>[]> {
  return readRows(client, range)
}
