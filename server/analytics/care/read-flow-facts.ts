import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type FlowFact } from '../../../domain/metrics/care/case-columns.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, sql } from '../../db/sql.ts'
import { countedCases } from './counted-cases.ts'
import { type OfCase } from './of-case.ts'

const readRows = defineQuery({
  row: z.object({
    caseId: z.string(),
    at: z.date().transform((date) => date.getTime()),
    type: z.enum(['opened', 'resolved', 'reopened']),
    emergency: z.boolean(),
    desk: z.string(),
    kind: z.string(),
    channel: z.string(),
    priority: z.string(),
    segment: z.string(),
    source: z.string(),
  }),
  build: ({ from, to }: Interval) => sql`
    SELECT c.id::text AS "caseId", happened.at, happened.type, c.emergency, c.desk, c.kind, c.channel, coalesce(c.priority, '') AS priority,
      coalesce(c.segment, '') AS segment, c.source
    FROM (
      SELECT o.customer_ref, o.id AS case_id, o.opened_at AS at, 'opened' AS type FROM cases o
      WHERE o.opened_at >= ${instant(from)} AND o.opened_at < ${instant(to)}
      UNION ALL
      SELECT e.customer_ref, e.case_id, e.at, substr(e.type, 6) FROM case_events e
      WHERE e.at >= ${instant(from)} AND e.at < ${instant(to)} AND e.type IN ('case.resolved', 'case.reopened')
    ) happened
    JOIN cases c ON c.customer_ref = happened.customer_ref AND c.id = happened.case_id AND ${countedCases}`,
})

/** What happened to cases in the range. */
export function readFlowFacts(client: ClientBase, range: Interval): Promise<OfCase<FlowFact>[]> {
  return readRows(client, range)
}
