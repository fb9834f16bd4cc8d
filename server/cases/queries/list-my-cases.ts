import { z } from 'zod'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPrisma } from '../../db/prisma.ts'

const epoch = z.date().transform((date) => date.getTime())

/** What a list of work shows of a case. */
const cardSchema = z.object({
  id: z.string(),
  reference: z.string(),
  customerRef: z.string(),
  kind: z.string(),
  emergency: z.boolean(),
  contained: z.boolean(),
  summary: z.string(),
  desk: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  turn: z.string(),
  turnSince: epoch,
  openedAt: epoch,
  nextDueAt: epoch.nullable(),
  targetAt: epoch.nullable(),
  lastContactAt: epoch.nullable(),
  /** How the last offer ended that brought the customer back, until somebody speaks with them or hands over again. */
  cameBack: z.enum(['expired', 'declined']).nullable(),
  version: z.number(),
})
export type CaseCard = z.infer<typeof cardSchema>

const offerSchema = z.object({
  handoffId: z.string(),
  caseId: z.string(),
  reference: z.string(),
  customerRef: z.string(),
  emergency: z.boolean(),
  summary: z.string(),
  mode: z.string(),
  state: z.string(),
  fromDesk: z.string(),
  fromName: z.string().nullable(),
  toDesk: z.string(),
  offeredAt: epoch,
  acceptBy: epoch,
  releasedAt: epoch.nullable(),
  acceptedBy: z.string().nullable(),
  brief: z.record(z.string(), z.string()),
  version: z.number(),
})
export type OfferCard = z.infer<typeof offerSchema>

/** How many of each kind a list of work shows; who has more than this needs help, not a longer list. */
const most = 100

/**
 * What a person has to do, most pressing first: offers to their desks and to them (and accepted ones whose customer is not yet
 * served), then the open cases that they own or cover, or that nobody of their desks has taken. `now` is
 * epoch ms.
 */
export async function listMyWork({
  signedIn,
  now,
}: {
  readonly signedIn: SignedIn
  readonly now: number
}): Promise<{ offers: OfferCard[]; cases: CaseCard[] }> {
  const me = signedIn.personId
  const prisma = getPrisma()
  const offers = await prisma.$queryRaw<unknown[]>`
    SELECT h.id::text AS "handoffId", c.id::text AS "caseId", c.reference, c.customer_ref AS "customerRef", c.emergency, c.summary,
      h.mode, h.state, h.from_desk AS "fromDesk", s.name AS "fromName", h.to_desk AS "toDesk", h.offered_at AS "offeredAt",
      h.accept_by AS "acceptBy", h.released_at AS "releasedAt", h.accepted_by AS "acceptedBy", h.brief, c.version
    FROM handoffs h
    JOIN cases c ON c.customer_ref = h.customer_ref AND c.id = h.case_id
    LEFT JOIN people s ON s.id::text = h.from_person
    WHERE (h.state = 'offered' AND h.from_person IS DISTINCT FROM ${me}
        AND (h.to_person = ${me} OR (h.to_person IS NULL AND h.to_desk IN (SELECT m.desk_key FROM desk_members m WHERE m.person_id = ${me}::uuid))))
      OR (h.state = 'accepted' AND h.accepted_by = ${me})
    ORDER BY c.emergency DESC, (h.released_at IS NOT NULL) DESC, h.accept_by
    LIMIT ${most}`
  const cases = await prisma.$queryRaw<unknown[]>`
    SELECT c.id::text, c.reference, c.customer_ref AS "customerRef", c.kind, c.emergency, c.contained_at IS NOT NULL AS contained, c.summary,
      c.desk, c.owner_id AS "ownerId", o.name AS "ownerName", c.turn, c.turn_since AS "turnSince", c.opened_at AS "openedAt",
      c.next_due_at AS "nextDueAt", c.target_at AS "targetAt", c.last_contact_at AS "lastContactAt",
      CASE WHEN back.state IN ('expired', 'declined') AND coalesce(c.last_contact_at, 'epoch') < back.ended_at THEN back.state END AS "cameBack",
      c.version
    FROM cases c
    LEFT JOIN people o ON o.id::text = c.owner_id
    LEFT JOIN LATERAL (
      SELECT h.state, h.ended_at FROM handoffs h WHERE h.customer_ref = c.customer_ref AND h.case_id = c.id ORDER BY h.ordinal DESC LIMIT 1
    ) back ON true
    WHERE c.status = 'open' AND c.excluded IS NULL AND (
      c.owner_id = ${me}
      OR c.owner_id IN (SELECT p.person_id::text FROM presence p WHERE p.covered_by = ${me}::uuid AND p.state = 'away' AND (p.until IS NULL OR p.until > ${new Date(now)}))
      OR (c.owner_id IS NULL AND c.desk IN (SELECT m.desk_key FROM desk_members m WHERE m.person_id = ${me}::uuid))
    )
    ORDER BY (c.emergency AND c.contained_at IS NULL) DESC, (back.state IN ('expired', 'declined') AND coalesce(c.last_contact_at, 'epoch') < back.ended_at) IS TRUE DESC, (c.turn = 'us') DESC, coalesce(c.next_due_at, c.target_at, c.opened_at), c.opened_at
    LIMIT ${most}`
  return {
    offers: offers.map((row) => offerSchema.parse(row)),
    cases: cases.map((row) => cardSchema.parse(row)),
  }
}
