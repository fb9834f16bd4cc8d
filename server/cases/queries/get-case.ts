import { z } from 'zod'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { caseEventPayloads } from '../../../domain/cases/case-event.ts'
import { foldCase, inOrder } from '../../../domain/cases/fold-case.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { businessMs } from '../../../domain/time/business-time.ts'
import { roundTheClock } from '../../../domain/time/calendar-versions.ts'
import { type Prisma } from '../../../generated/prisma/client.ts'
import { getPrisma } from '../../db/prisma.ts'
import { loadTimeline } from '../change-case.ts'
import { loadDeskCalendars } from '../desk-calendars.ts'
import { findPlaybookOfCase } from '../playbook-of-case.ts'
import { findPresence } from '../presence.ts'
import { caseReach } from '../reach.ts'

/**
 * Everything that the case page shows: the case, its timeline, who was responsible when, handoffs, promises, memos, the names
 * of the people in it, and the clock that runs. Throws `notFound` outside of the person's reach.
 */
export async function getCase(
  caseId: string,
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: number },
) {
  const prisma = getPrisma()
  const [reached] = await prisma.$queryRaw<{ customer_ref: string }[]>`
    SELECT c.customer_ref FROM cases c WHERE c.id = ${caseId}::uuid AND ${caseReach(signedIn, now)}`
  if (!reached) throw new AppError('notFound', { userMessage: 'There is no such case, or not for you.' })
  const found = await prisma.case.findUniqueOrThrow({
    where: { customerRef_id: { customerRef: reached.customer_ref, id: caseId } },
    include: {
      events: { orderBy: { seq: 'asc' } },
      segments: { orderBy: { seq: 'asc' } },
      handoffs: { orderBy: { ordinal: 'asc' } },
      promises: { orderBy: { madeAt: 'asc' } },
      memos: { orderBy: { sentAt: 'asc' } },
    },
  })
  const { events, segments, handoffs, promises, memos, ...facts } = found
  const [kind, people, calendarOf] = await Promise.all([
    prisma.caseKind.findUnique({ where: { key: facts.kind } }),
    namesOf([
      ...events.map(({ by }) => by),
      ...events.flatMap(({ payload }) => peopleIn(payload)),
      ...segments.map(({ ownerId }) => ownerId),
      ...handoffs.flatMap((h) => [h.fromPerson, h.toPerson, h.acceptedBy]),
      ...memos.flatMap((m) => [m.sentBy, m.toPerson]),
      facts.ownerId,
      ...promises.map(({ madeBy }) => madeBy),
    ]),
    loadDeskCalendars(prisma),
  ])
  const hoursOf = (desk: string) => (facts.emergency ? roundTheClock : calendarOf(desk))
  const timeline = inOrder(events.map(({ at, ...event }) => ({ ...event, at: at.getTime() }))).map(
    ({ seq, type, at, by, byName, payload, recordedAt }) => {
      const late = events.some((other) => other.seq < seq && other.at.getTime() > at)
      // What was heard only after the clock had decided without it.
      return { seq, type, at, by, byName, payload, reportedAt: late ? recordedAt.getTime() : null }
    },
  )
  const opened = caseEventPayloads['case.opened'].safeParse(events[0]?.payload)
  const playbook =
    facts.emergency && opened.success
      ? await findPlaybookOfCase(prisma, opened.data, facts.openedAt, kind?.playbookKey ?? null)
      : null
  // Another system's log need not be a timeline that our state machine allows.
  const state =
    facts.source === 'import' ? null : foldCase(await loadTimeline(prisma, facts.customerRef, caseId))
  return {
    ...facts,
    kindName: kind?.name ?? null,
    playbook,
    ownerAway: facts.ownerId === null ? null : await findPresence(facts.ownerId, now),
    myDesks: (await prisma.deskMember.findMany({ where: { personId: signedIn.personId } })).map(
      ({ deskKey }) => deskKey,
    ),
    others: await otherCases(facts.customerRef, caseId, caseReach(signedIn, now)),
    supervisorAskedAt: state?.supervisorAskedAt ?? null,
    contactMinutes: state?.contactMinutes ?? null,
    people: Object.fromEntries(people),
    events: timeline,
    segments: segments.map((segment) => {
      const from = segment.startedAt.getTime()
      const to = segment.endedAt?.getTime() ?? null
      return {
        ...{
          from,
          to,
          desk: segment.desk,
          ownerId: segment.ownerId,
          turn: segment.turn,
          cycle: segment.cycle,
        },
        ms: (to ?? now) - from,
        businessMs: businessMs(hoursOf(segment.desk), from, to ?? now),
      }
    }),
    handoffs: handoffs.map((handoff) => ({
      ...handoff,
      ...{
        acceptanceMs: toNumber(handoff.acceptanceMs),
        acceptanceBusinessMs: toNumber(handoff.acceptanceBusinessMs),
      },
      brief: handoff.brief as Record<string, string>,
    })),
    promises,
    memos,
  }
}

/** The customer's other cases within the person's reach, the newest first: a duplicate goes on in one of them. */
function otherCases(
  customerRef: string,
  caseId: string,
  reach: Prisma.Sql,
): Promise<{ id: string; reference: string; status: string; summary: string }[]> {
  return getPrisma().$queryRaw`
    SELECT c.id::text, c.reference, c.status, c.summary FROM cases c
    WHERE c.customer_ref = ${customerRef} AND c.id <> ${caseId}::uuid AND ${reach}
    ORDER BY c.opened_at DESC LIMIT 20`
}

/** Whom an event names. A memo that went on has another addressee by now, its timeline still tells the first. */
function peopleIn(payload: Prisma.JsonValue): string[] {
  const named = z.record(z.string(), z.unknown()).parse(payload)
  return (['to', 'referTo', 'owner', 'toPerson'] as const)
    .map((key) => named[key])
    .filter((id) => typeof id === 'string')
}

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null && uuid.test(id))
  const people = await getPrisma().person.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}

function toNumber(value: bigint | null): number | null {
  return value === null ? null : Number(value)
}
