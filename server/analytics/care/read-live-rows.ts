import { z } from 'zod'
import { type CareMetricKey, careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { defineQuery } from '../../db/define-query.ts'
import { all, instant, type Sql, sql } from '../../db/sql.ts'
import { backlogAt, backlogInstant, isOfAge } from '../cases/read-backlog.ts'
import { caseFilters } from '../cases/case-filters.ts'
import { isCovered, isSilent, lastHeard, owed } from '../cases/read-live-counts.ts'
import { memosSent } from '../cases/read-memos.ts'
import { type BacklogCell, type CareRow } from './care-row.ts'
import { idElsewhere } from './id-elsewhere.ts'
import { type CareReading } from './open-reading.ts'

/** Metrics that are the state of one moment: their rows are asked of the tables, not judged one by one. */
export type LiveKey = {
  [Key in CareMetricKey]: (typeof careMetrics)[Key]['measure'] extends { kind: 'live' } ? Key : never
}[CareMetricKey]

/** Whether a metric's rows are those of one moment. */
export function isLiveKey(key: CareMetricKey): key is LiveKey {
  return careMetrics[key].measure.kind === 'live'
}

/** The columns of a case `c` that every row shows; what a metric adds stands before. */
const ofCase: Sql = sql`
  c.id::text AS "caseId", c.reference, ${idElsewhere} AS "externalId", NULL AS "fromDesk", c.desk, c.kind, c.channel,
  coalesce(c.priority, '') AS priority, coalesce(c.segment, '') AS segment`

interface Wanted {
  readonly reading: CareReading
  readonly cell: BacklogCell
}

const sources = {
  backlog: ({ reading, cell }) => {
    const at = backlogInstant(reading)
    const cells = [
      ...(cell.turn === null ? [] : [sql`s.turn = ${cell.turn}`]),
      ...(cell.age === null ? [] : [isOfAge(cell.age, at)]),
    ]
    return sql`
      SELECT ${ofCase}, c.opened_at AS at, s.turn AS state, 'counted' AS judged,
        (extract(epoch FROM ${instant(at)} - c.opened_at) * 1000)::float8 AS "durationMs"
      FROM ${backlogAt(at)} WHERE ${caseFilters(reading.resolved.filters)} AND ${all(cells)}`
  },
  'silent-cases': ({ reading: { context, resolved } }) => sql`
    SELECT ${ofCase}, c.opened_at AS at, c.status AS state, 'counted' AS judged,
      (extract(epoch FROM ${instant(context.now)} - ${lastHeard}) * 1000)::float8 AS "durationMs"
    FROM cases c WHERE ${owed(resolved.filters)} AND ${isSilent(context.now)}`,
  'promise-coverage': ({ reading: { context, resolved } }) => sql`
    SELECT ${ofCase}, c.opened_at AS at, c.status AS state,
      CASE WHEN ${isCovered(context.now)} THEN 'met' ELSE 'missed' END AS judged, NULL::float8 AS "durationMs"
    FROM cases c WHERE ${owed(resolved.filters)}`,
  'memo-turnaround': ({ reading: { context, resolved } }) => sql`
    SELECT ${ofCase}, m.sent_at AS at, m.state, CASE WHEN m.decided_at IS NULL THEN 'open' ELSE 'ended' END AS judged,
      (extract(epoch FROM coalesce(m.decided_at, ${instant(context.now)}) - m.sent_at) * 1000)::float8 AS "durationMs"
    FROM ${memosSent({ range: resolved.window.period, filters: resolved.filters })}`,
} satisfies Record<LiveKey, (wanted: Wanted) => Sql>

const readRows = defineQuery({
  row: z.object({
    caseId: z.string(),
    reference: z.string(),
    externalId: z.string().nullable(),
    at: z.date().transform((date) => date.getTime()),
    fromDesk: z.null(),
    desk: z.string(),
    kind: z.string(),
    channel: z.string(),
    priority: z.string(),
    segment: z.string(),
    state: z.string(),
    judged: z.enum(['met', 'missed', 'ended', 'open', 'counted']),
    durationMs: z.number().nullable(),
    index: z.null().default(null),
  }),
  build: ({ key, ...wanted }: Wanted & { readonly key: LiveKey }) => sql`
    SELECT * FROM (${sources[key](wanted)}) found ORDER BY at DESC, "caseId"`,
})

/** All rows of a metric of one moment, newest first: they are as many as it counts. */
export function readLiveRows(key: LiveKey, reading: CareReading, cell: BacklogCell): Promise<CareRow[]> {
  return readRows(reading.client, { key, reading, cell })
}
