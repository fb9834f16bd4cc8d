import { type Actor } from '../../domain/access/actor.ts'
import { admitCaseEvents } from '../../domain/cases/admit-case-events.ts'
import { type CaseEvent, caseEventPayloads } from '../../domain/cases/case-event.ts'
import { type CaseState } from '../../domain/cases/case-state.ts'
import { foldCase } from '../../domain/cases/fold-case.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { notifyCaseEvents } from '../notifications/notifications.ts'
import { announceCaseEvents } from './announce-case-events.ts'
import { caseRows } from './case-rows.ts'
import { loadDeskCalendars } from './desk-calendars.ts'
import { writeCaseRows } from './write-case-rows.ts'

/** Who changes a case, when, and what they had seen of it. */
export interface CaseChange {
  readonly actor: Actor
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId?: string
  /** The version that the person saw; null for callers that saw none (timers, other systems). */
  readonly expectedVersion: number | null
}

/** What a move is decided on, inside the transaction that holds the case. */
export interface CaseAtHand {
  readonly tx: Tx
  readonly row: {
    readonly customerRef: string
    readonly id: string
    readonly version: number
    readonly emergency: boolean
    readonly kind: string
    readonly source: string
  }
  readonly state: CaseState
  readonly timeline: readonly CaseEvent[]
  readonly calendarOf: Awaited<ReturnType<typeof loadDeskCalendars>>
}

type DecideOnCase = (at: CaseAtHand) => Promise<readonly CaseEvent[]> | readonly CaseEvent[]

/**
 * The one way in which a case moves: locks the case, decides the new events on its present state, writes the timeline and
 * everything that follows from it, and the audit, in one transaction. An empty list changes nothing.
 * Throws `notFound` for an unknown case, `conflict` with the current version when it changed since the person saw it, and
 * what the state machine refuses.
 */
export function changeCase(caseId: string, change: CaseChange, decide: DecideOnCase): Promise<CaseState> {
  return getPrisma().$transaction((tx) => changeCaseIn(tx, caseId, change, decide))
}

/** The same as part of the caller's transaction. */
export async function changeCaseIn(
  tx: Tx,
  caseId: string,
  change: CaseChange,
  decide: DecideOnCase,
): Promise<CaseState> {
  const [row] = await tx.$queryRaw<CaseAtHand['row'][]>`
      SELECT customer_ref AS "customerRef", id::text, version, emergency, kind, source FROM cases WHERE id = ${caseId}::uuid FOR UPDATE`
  if (!row) throw new AppError('notFound', { userMessage: 'There is no such case, or not for you.' })
  if (change.expectedVersion !== null && change.expectedVersion !== row.version) {
    throw new AppError('conflict', {
      userMessage: 'Somebody changed this case meanwhile. Look at what happened, then decide again.',
      details: { reason: 'changedMeanwhile', version: row.version },
    })
  }
  if (row.source === 'import') {
    throw new AppError('conflict', {
      userMessage:
        'This case is history from the log of another system and stays as it was told there. Open a new case for this customer.',
      details: { reason: 'importedCase' },
    })
  }
  const timeline = await loadTimeline(tx, row.customerRef, caseId)
  const state = foldCase(timeline)
  if (!state) throw new AppError('internal', { userMessage: 'The timeline of this case is empty.' })
  const calendarOf = await loadDeskCalendars(tx)
  const added = await decide({ tx, row, state, timeline, calendarOf })
  if (added.length === 0) return state
  admitCaseEvents(timeline, added)
  const events = [...timeline, ...added]
  const rows = caseRows(events, calendarOf)
  await writeCaseRows(tx, row, rows, timeline.length, added, change)
  await announceCaseEvents(tx, row, rows.state, added)
  const askedBy = (memoId: string) => rows.memos.find(({ id }) => id === memoId)?.sentBy ?? null
  await notifyCaseEvents(tx, caseId, rows.state, added, { known: timeline, askedBy, now: change.now })
  await appendAudit(tx, {
    ...{ actor: change.actor, at: change.now, requestId: change.requestId },
    ...{ action: added.map(({ type }) => type).join(' '), subjectKind: 'case', subjectId: caseId },
    before: { version: row.version },
    after: { version: row.version + 1 },
  })
  return rows.state
}

/** All events of a case in the order in which they were recorded. */
export async function loadTimeline(tx: Tx, customerRef: string, caseId: string): Promise<CaseEvent[]> {
  const rows = await tx.caseEvent.findMany({ where: { customerRef, caseId }, orderBy: { seq: 'asc' } })
  return rows.map((row) => {
    const schema = caseEventPayloads[row.type as CaseEvent['type']]
    if (!schema) throw new RangeError(`The timeline holds an unknown event type: ${row.type}`)
    return {
      type: row.type,
      at: row.at.getTime(),
      by: row.by,
      payload: schema.parse(row.payload),
    } as CaseEvent
  })
}
