import { type ClientBase } from 'pg'
import { z } from 'zod'
import { organisationTurns } from '../../../domain/cases/case-state.ts'
import { type CaseFact } from '../../../domain/metrics/care/case-columns.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, type Sql, sql } from '../../db/sql.ts'
import { countedCases } from './counted-cases.ts'
import { type OfCase } from './of-case.ts'

const msOrNull = z
  .date()
  .nullable()
  .transform((date) => date?.getTime() ?? null)

const readRows = defineQuery({
  row: z.object({
    caseId: z.string(),
    openedAt: z.date().transform((date) => date.getTime()),
    firstResolvedAt: msOrNull,
    lastResolvedAt: msOrNull,
    reopenedAt: msOrNull,
    targetAt: msOrNull,
    firstAnswerAt: msOrNull,
    containedAt: msOrNull,
    ourTurnMs: z.number(),
    ourTurnSince: msOrNull,
    handoffs: z.int(),
    contacts: z.int(),
    channelSwitches: z.int(),
    timesAskedAgain: z.int(),
    desksBeforeContainment: z.int().nullable(),
    emergency: z.boolean(),
    open: z.boolean(),
    contactsKnown: z.boolean(),
    repeated: z.boolean(),
    oneContact: z.boolean(),
    everBreached: z.boolean(),
    approvalAwaited: z.boolean(),
    desk: z.string(),
    firstDesk: z.string(),
    kind: z.string(),
    channel: z.string(),
    priority: z.string(),
    segment: z.string(),
    source: z.string(),
  }),
  build: ({ range: { from, to }, at }: { readonly range: Interval; readonly at: Sql }) => sql`
    WITH c AS MATERIALIZED (
      SELECT * FROM cases c
      WHERE ${at} >= ${instant(from)} AND ${at} < ${instant(to)} AND ${countedCases}
    ),
    event AS MATERIALIZED (
      SELECT c.id AS case_id, e.type, e.at, e.payload
      FROM c JOIN case_events e ON e.customer_ref = c.customer_ref AND e.case_id = c.id
      WHERE e.type IN ('contact.made', 'case.reopened', 'supervisor.asked', 'memo.sent')
    ),
    told AS (
      SELECT e.case_id,
        min(e.at) FILTER (WHERE e.type = 'case.reopened') AS reopened_at,
        count(*) FILTER (WHERE e.type = 'contact.made') AS contacts,
        count(*) FILTER (WHERE e.type = 'contact.made' AND e.at <= coalesce(c.first_resolved_at, 'infinity')) AS contacts_before,
        greatest(count(DISTINCT e.payload ->> 'channel') FILTER (WHERE e.type = 'contact.made') - 1, 0) AS channel_switches,
        bool_or(e.type IN ('supervisor.asked', 'memo.sent') AND e.at <= coalesce(c.first_resolved_at, 'infinity')) AS approval_awaited
      FROM event e JOIN c ON c.id = e.case_id GROUP BY e.case_id
    ),
    moved AS (
      SELECT c.id AS case_id,
        count(*) FILTER (WHERE h.state IN ('passedOn', 'unclaimed')
          OR (h.accepted_at IS NOT NULL AND h.mode NOT IN ('onBehalf', 'memo'))) AS handoffs,
        count(*) FILTER (WHERE h.asked_again) AS asked_again,
        count(DISTINCT h.to_desk) FILTER (WHERE h.accepted_at <= c.contained_at) AS desks_before
      FROM c JOIN handoffs h ON h.customer_ref = c.customer_ref AND h.case_id = c.id GROUP BY c.id
    ),
    owed AS (
      SELECT c.id AS case_id, sum(s.business_ms) FILTER (WHERE s.turn = ANY(${organisationTurns}::text[])) AS our_turn,
        max(s.started_at) FILTER (WHERE s.turn = ANY(${organisationTurns}::text[]) AND s.ended_at IS NULL) AS our_turn_since
      FROM c JOIN case_segments s ON s.customer_ref = c.customer_ref AND s.case_id = c.id GROUP BY c.id
    )
    SELECT c.id::text AS "caseId", c.opened_at AS "openedAt", c.first_resolved_at AS "firstResolvedAt", c.last_resolved_at AS "lastResolvedAt",
      told.reopened_at AS "reopenedAt", c.target_at AS "targetAt", c.first_answer_at AS "firstAnswerAt",
      c.contained_at AS "containedAt", coalesce(owed.our_turn, 0)::bigint AS "ourTurnMs",
      owed.our_turn_since AS "ourTurnSince", coalesce(moved.handoffs, 0) AS handoffs,
      coalesce(told.contacts, 0) AS contacts, coalesce(told.channel_switches, 0) AS "channelSwitches",
      coalesce(moved.asked_again, 0) AS "timesAskedAgain",
      CASE WHEN c.contained_at IS NOT NULL THEN coalesce(moved.desks_before, 0) END AS "desksBeforeContainment",
      c.emergency, c.status = 'open' AS open, c.source <> 'import' AS "contactsKnown",
      c.first_resolved_at IS NOT NULL AND EXISTS (
        SELECT FROM cases r
        WHERE r.customer_ref = c.customer_ref AND r.kind = c.kind AND r.id <> c.id AND r.excluded IS NULL
          AND r.opened_at >= c.first_resolved_at AND r.opened_at < c.first_resolved_at + interval '7 days'
      ) AS repeated,
      coalesce(told.contacts_before, 0) <= 1 AS "oneContact", c.ever_breached AS "everBreached",
      coalesce(told.approval_awaited, false) AS "approvalAwaited", c.desk, c.first_desk AS "firstDesk", c.kind, c.channel,
      coalesce(c.priority, '') AS priority, coalesce(c.segment, '') AS segment, c.source
    FROM c
    LEFT JOIN told ON told.case_id = c.id
    LEFT JOIN moved ON moved.case_id = c.id
    LEFT JOIN owed ON owed.case_id = c.id`,
})

/** The facts of the cases that were opened in the range. */
export function readOpenedCases(client: ClientBase, range: Interval): Promise<OfCase<CaseFact>[]> {
  return readRows(client, { range, at: sql`c.opened_at` })
}

/** The facts of the cases that were resolved in the range for the first time. */
export function readResolvedCases(client: ClientBase, range: Interval): Promise<OfCase<CaseFact>[]> {
  return readRows(client, { range, at: sql`c.first_resolved_at` })
}

/** The facts of the cases whose target lies in the range. */
export function readDueCases(client: ClientBase, range: Interval): Promise<OfCase<CaseFact>[]> {
  return readRows(client, { range, at: sql`c.target_at` })
}
