import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type HandoffFact } from '../../../domain/metrics/care/handoff-columns.ts'
import {
  type CaseWithHandoffs,
  handoffFacts,
  type StoredHandoff,
  type StoredSegment,
} from '../../../domain/metrics/care/handoff-facts.ts'
import { contains, type Interval } from '../../../domain/time/interval.ts'
import { loadDeskTerms } from '../../cases/cases.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, type Sql, sql } from '../../db/sql.ts'
import { countedCases } from './counted-cases.ts'
import { type OfCase } from './of-case.ts'

const ms = z.date().transform((date) => date.getTime())
const msOrNull = z
  .date()
  .nullable()
  .transform((date) => date?.getTime() ?? null)

/** Cases of which at least one handoff was offered in the range, with all their handoffs: neighbours decide bounce and ping-pong. */
const wanted = ({ from, to }: Interval): Sql => sql`
  SELECT DISTINCT customer_ref, case_id FROM handoffs
  WHERE offered_at >= ${instant(from)} AND offered_at < ${instant(to)}`

const readHandoffs = defineQuery({
  row: z.object({
    caseId: z.string(),
    emergency: z.boolean(),
    kind: z.string(),
    channel: z.string(),
    priority: z.string().nullable(),
    segment: z.string().nullable(),
    mode: z.string(),
    fromDesk: z.string(),
    toDesk: z.string(),
    state: z.string(),
    offeredAt: ms,
    acceptBy: ms,
    acceptedAt: msOrNull,
    releasedAt: msOrNull,
    servedAt: msOrNull,
    endedAt: msOrNull,
    acceptanceBusinessMs: z.number().nullable(),
    declineReason: z.string().nullable(),
    expiredInHours: z.boolean().nullable(),
    briefComplete: z.boolean(),
    askedAgain: z.boolean(),
    plannedReturn: z.boolean(),
    servedKnown: z.boolean(),
    source: z.string(),
  }),
  build: (range: Interval) => sql`
    WITH wanted AS MATERIALIZED (${wanted(range)})
    SELECT h.case_id::text AS "caseId", c.emergency, c.kind, c.channel, c.priority, c.segment, h.mode,
      h.from_desk AS "fromDesk", h.to_desk AS "toDesk", h.state, h.offered_at AS "offeredAt",
      h.accept_by AS "acceptBy", h.accepted_at AS "acceptedAt", h.released_at AS "releasedAt",
      h.served_at AS "servedAt", h.ended_at AS "endedAt", h.acceptance_business_ms AS "acceptanceBusinessMs",
      h.decline_reason AS "declineReason", h.expired_in_hours AS "expiredInHours",
      h.brief_complete AS "briefComplete", h.asked_again AS "askedAgain", h.planned_return AS "plannedReturn",
      h.served_known AS "servedKnown", c.source
    FROM wanted w
    JOIN cases c ON c.customer_ref = w.customer_ref AND c.id = w.case_id AND ${countedCases}
    JOIN handoffs h ON h.customer_ref = w.customer_ref AND h.case_id = w.case_id
    ORDER BY h.case_id, h.ordinal`,
})

const readSegments = defineQuery({
  row: z.object({
    caseId: z.string(),
    startedAt: ms,
    turn: z.string(),
    businessMs: z.number().nullable(),
  }),
  build: (range: Interval) => sql`
    WITH wanted AS MATERIALIZED (${wanted(range)})
    SELECT s.case_id::text AS "caseId", s.started_at AS "startedAt", s.turn, s.business_ms AS "businessMs"
    FROM wanted w
    JOIN case_segments s ON s.customer_ref = w.customer_ref AND s.case_id = w.case_id
    ORDER BY s.case_id, s.seq`,
})

/** The facts of the handoffs that were offered in the range. */
export async function readHandoffFacts(client: ClientBase, range: Interval): Promise<OfCase<HandoffFact>[]> {
  const rows = await readHandoffs(client, range)
  if (rows.length === 0) return []
  const segmentsOf = new Map<string, StoredSegment[]>()
  for (const { caseId, ...segment } of await readSegments(client, range)) {
    const known = segmentsOf.get(caseId)
    if (known === undefined) segmentsOf.set(caseId, [segment])
    else known.push(segment)
  }
  const cases = new Map<string, CaseWithHandoffs & { caseId: string; handoffs: StoredHandoff[] }>()
  for (const { caseId, emergency, kind, channel, priority, segment, ...handoff } of rows) {
    const known = cases.get(caseId)
    if (known !== undefined) known.handoffs.push(handoff)
    else {
      const segments = segmentsOf.get(caseId) ?? []
      cases.set(caseId, {
        caseId,
        emergency,
        kind,
        channel,
        priority,
        segment,
        handoffs: [handoff],
        segments,
      })
    }
  }
  const { calendarOf } = await loadDeskTerms(client)
  return [...cases.values()]
    .flatMap(({ caseId, ...one }) => handoffFacts(one, calendarOf).map((fact) => ({ ...fact, caseId })))
    .filter(({ offeredAt }) => offeredAt !== null && contains(range, offeredAt))
}
