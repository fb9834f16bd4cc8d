import { z } from 'zod'
import { organisationTurns } from '../../../domain/cases/case-state.ts'
import { Prisma } from '../../../generated/prisma/client.ts'
import { getPrisma } from '../../db/prisma.ts'

const epoch = z.date().transform((date) => date.getTime())

const waitingSchema = z.object({
  caseId: z.string(),
  reference: z.string(),
  customerRef: z.string(),
  desk: z.string(),
  toDesk: z.string().nullable(),
  personName: z.string().nullable(),
  since: epoch,
  dueAt: epoch.nullable(),
})
export type WaitingCustomer = z.infer<typeof waitingSchema>

const listSchema = z.object({
  count: z.coerce.number(),
  oldest: epoch.nullable(),
  rows: z.array(waitingSchema),
})

/** How many of each list Now shows; the counts are of all. */
const most = 25

/** A case counts as silent when we owe the next action and the customer has heard nothing for this long. */
const silentMs = 24 * 3_600_000

/**
 * Who is waiting right now, each list with its whole count, the oldest first: emergencies not contained; operators who ask a supervisor
 * with the customer on the line; customers in limbo (between two desks and not yet served, or let go by an offer that came back);
 * those who are to hear of us within the hour, as promised or as their kind of case asks; broken promises of open cases; memos waiting for a manager; and silent cases. `asOf`: the look.
 */
export async function getNow(now: number) {
  const at = new Date(now)
  const soon = new Date(now + 3_600_000)
  const silentSince = new Date(now - silentMs)
  const [emergencies, limbo, promises, memos, silent, broken, supervisors] = await Promise.all([
    list`SELECT c.id AS case_id, c.reference, c.customer_ref, c.desk, NULL AS to_desk, c.owner_id AS person, c.opened_at AS since, NULL::timestamptz AS due_at
      FROM cases c WHERE c.status = 'open' AND c.emergency AND c.contained_at IS NULL AND c.excluded IS NULL`,
    list`SELECT c.id AS case_id, c.reference, c.customer_ref, h.from_desk AS desk, h.to_desk, coalesce(h.accepted_by, h.from_person) AS person,
        coalesce(h.released_at, h.offered_at) AS since, CASE WHEN h.state = 'offered' THEN h.accept_by END AS due_at
      FROM handoffs h JOIN cases c ON c.customer_ref = h.customer_ref AND c.id = h.case_id
      WHERE h.state IN ('offered', 'accepted') AND h.mode IN ('warm', 'cold') AND c.status = 'open' AND h.served_known
      UNION ALL
      SELECT c.id, c.reference, c.customer_ref, h.from_desk, NULL, c.owner_id, h.released_at, NULL
      FROM cases c JOIN handoffs h ON h.customer_ref = c.customer_ref AND h.case_id = c.id
      WHERE c.status = 'open' AND h.state IN ('expired', 'declined', 'recalled') AND h.released_at IS NOT NULL AND h.served_known
        AND (c.last_contact_at IS NULL OR c.last_contact_at < h.released_at) AND NOT EXISTS (
          SELECT 1 FROM handoffs later WHERE later.customer_ref = h.customer_ref AND later.case_id = h.case_id AND later.ordinal > h.ordinal)`,
    list`SELECT c.id AS case_id, c.reference, c.customer_ref, c.desk, NULL AS to_desk, c.owner_id AS person, p.made_at AS since, p.due_at
      FROM case_promises p JOIN cases c ON c.customer_ref = p.customer_ref AND c.id = p.case_id
      WHERE p.state = 'open' AND p.due_at <= ${soon} AND c.status = 'open'
      UNION ALL
      SELECT c.id, c.reference, c.customer_ref, c.desk, NULL, c.owner_id, coalesce(c.last_contact_at, c.opened_at), c.next_due_at
      FROM cases c WHERE c.status = 'open' AND c.turn = 'us' AND c.next_due_at <= ${soon} AND c.excluded IS NULL AND c.source <> 'import'
        AND coalesce(c.last_contact_at, c.opened_at) >= ${silentSince} AND NOT EXISTS (
          SELECT 1 FROM case_promises p WHERE p.customer_ref = c.customer_ref AND p.case_id = c.id AND (p.state = 'open'
            OR p.state = 'broken' AND (c.last_contact_at IS NULL OR c.last_contact_at <= p.due_at)))`,
    list`SELECT c.id AS case_id, c.reference, c.customer_ref, c.desk, NULL AS to_desk, m.to_person AS person, m.sent_at AS since, m.due_at
      FROM memos m JOIN cases c ON c.customer_ref = m.customer_ref AND c.id = m.case_id WHERE m.state = 'sent' AND c.status = 'open'`,
    list`SELECT c.id AS case_id, c.reference, c.customer_ref, c.desk, NULL AS to_desk, c.owner_id AS person,
        coalesce(c.last_contact_at, c.opened_at) AS since, c.next_due_at AS due_at
      FROM cases c WHERE c.status = 'open' AND c.turn = ANY(${organisationTurns}::text[]) AND c.excluded IS NULL AND c.source <> 'import'
        AND coalesce(c.last_contact_at, c.opened_at) < ${silentSince}`,
    list`SELECT c.id AS case_id, c.reference, c.customer_ref, c.desk, NULL AS to_desk, c.owner_id AS person, p.due_at AS since, p.due_at
      FROM case_promises p JOIN cases c ON c.customer_ref = p.customer_ref AND c.id = p.case_id
      WHERE p.state = 'broken' AND c.status = 'open' AND NOT EXISTS (
        SELECT 1 FROM case_promises later WHERE later.customer_ref = p.customer_ref AND later.case_id = p.case_id AND later.made_at > p.made_at)
        AND (c.last_contact_at IS NULL OR c.last_contact_at <= p.due_at)`,
    list`SELECT c.id AS case_id, c.reference, c.customer_ref, c.desk, NULL AS to_desk, c.owner_id AS person, e.at AS since, NULL::timestamptz AS due_at
      FROM cases c JOIN LATERAL (
        SELECT type, at FROM case_events e WHERE e.customer_ref = c.customer_ref AND e.case_id = c.id AND e.type IN ('supervisor.asked', 'supervisor.answered')
        ORDER BY e.seq DESC LIMIT 1) e ON e.type = 'supervisor.asked'
      WHERE c.status = 'open' AND c.emergency AND c.excluded IS NULL`,
  ])
  return { asOf: at.getTime(), emergencies, supervisors, limbo, promises, broken, memos, silent }
}

/** Counts and shows the oldest of one kind of waiting. */
async function list(strings: TemplateStringsArray, ...values: unknown[]) {
  const inner = Prisma.sql(strings, ...values)
  const [raw] = await getPrisma().$queryRaw<unknown[]>`
    WITH waiting AS (${inner}), shown AS (SELECT * FROM waiting ORDER BY since LIMIT ${most})
    SELECT (SELECT count(*) FROM waiting) AS count, (SELECT min(since) FROM waiting) AS oldest,
      coalesce((SELECT json_agg(json_build_object(
        'caseId', s.case_id, 'reference', s.reference, 'customerRef', s.customer_ref, 'desk', s.desk, 'toDesk', s.to_desk,
        'personName', p.name, 'since', s.since, 'dueAt', s.due_at) ORDER BY s.since)
        FROM shown s LEFT JOIN people p ON p.id::text = s.person), '[]'::json) AS rows`
  const row = raw as { count: bigint; oldest: Date | null; rows: Record<string, unknown>[] }
  return listSchema.parse({
    ...row,
    rows: row.rows.map((one) => ({
      ...one,
      since: new Date(String(one.since)),
      dueAt: one.dueAt === null ? null : new Date(String(one.dueAt)),
    })),
  })
}
