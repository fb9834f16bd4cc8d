import { createHash } from 'node:crypto'
import { type Actor } from '../../domain/access/actor.ts'
import { alertReference } from '../../domain/alerts/alert-reference.ts'
import { admitCaseEvents } from '../../domain/cases/admit-case-events.ts'
import { type CaseEvent } from '../../domain/cases/case-event.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { type Language } from '../../domain/language/language.ts'
import { addBusinessMs } from '../../domain/time/business-time.ts'
import { roundTheClock } from '../../domain/time/calendar-versions.ts'
import { appendAudit } from '../audit/audit.ts'
import { type Tx } from '../db/prisma.ts'
import { caseRows } from './case-rows.ts'
import { loadDeskCalendars } from './desk-calendars.ts'
import { type NextContact } from './next-contact.ts'
import { findActivePlaybook } from './playbook-of-case.ts'
import { caseColumns, writeCaseRows } from './write-case-rows.ts'

export interface NewCase {
  readonly customerRef: string
  /** The sender's own id of the case, or another key that makes a retry find the same case. */
  readonly externalId: string
  readonly source: 'app' | 'api' | 'alert' | 'demo'
  readonly kind: string
  readonly desk: string
  readonly owner: string | null
  readonly channel: string
  readonly summary: string
  readonly priority: string | null
  readonly category: string | null
  readonly segment: string | null
  readonly language: Language | null
  readonly alertId: string | null
  /** Epoch milliseconds: the customer's first word about it. */
  readonly openedAt: number
  /** When they hear of us again, as they were told; null: within the time of the kind of case. */
  readonly next: NextContact | null
}

export interface OpenedCase {
  readonly id: string
  readonly customerRef: string
  readonly reference: string
  readonly version: number
  /** false: a case with this external id was there already, and it is this one. */
  readonly created: boolean
}

/**
 * Opens a case inside the caller's transaction. The id follows from customer, source and external id, so a retry opens
 * nothing twice. The target is counted in the hours of the desk; an emergency's round the clock. From its first minute on the case has a
 * time at which the customer hears of us: what they were promised, else the kind's.
 * Throws `unprocessable` for an unknown kind or desk, and for a promise that does not lie after the opening.
 */
export async function openCase(
  tx: Tx,
  input: NewCase,
  { actor, now, requestId }: { readonly actor: Actor; readonly now: number; readonly requestId?: string },
): Promise<OpenedCase> {
  const id = caseIdOf(input)
  const { customerRef } = input
  const reference = alertReference(id)
  const known = await tx.case.findUnique({
    where: { customerRef_id: { customerRef, id } },
    select: { version: true },
  })
  if (known) return { id, customerRef, reference, version: known.version, created: false }
  const kind = await tx.caseKind.findUnique({ where: { key: input.kind } })
  if (!kind?.active)
    throw unknown('kind', 'There is no such kind of case. Choose one of Settings > Case kinds.')
  const desk = await tx.desk.findUnique({ where: { key: input.desk } })
  if (!desk?.active) throw unknown('desk', 'There is no such desk. Choose one of Settings > Desks.')
  const playbook = kind.playbookKey === null ? null : await findActivePlaybook(tx, kind.playbookKey)
  const opened: CaseEvent = {
    ...{ type: 'case.opened', at: input.openedAt, by: actor.id },
    payload: {
      ...{ kind: kind.key, emergency: kind.emergency, desk: input.desk, owner: input.owner },
      ...{
        channel: input.channel,
        summary: input.summary,
        priority: input.priority,
        category: input.category,
      },
      ...(playbook && { playbook: { key: playbook.key, version: playbook.version } }),
      contactMinutes: kind.contactMinutes,
    },
  }
  const calendarOf = await loadDeskCalendars(tx)
  const events = [opened, ...promised(id, input, actor)]
  admitCaseEvents([], events)
  const rows = caseRows(events, calendarOf)
  const hours = kind.emergency ? roundTheClock : calendarOf(input.desk)
  const { owner: _owner, desk: _desk, openedAt, kind: _kind, next: _next, ...facts } = input
  await tx.case.create({
    data: {
      ...{ ...facts, id, reference, kind: kind.key, emergency: kind.emergency, firstDesk: input.desk },
      ...caseColumns(rows),
      ...{ openedAt: new Date(openedAt), version: 0 },
      targetAt: new Date(addBusinessMs(hours, openedAt, kind.targetMinutes * 60_000)),
    },
  })
  await writeCaseRows(tx, { customerRef, id }, rows, 0, events, { actor, now })
  await appendAudit(tx, {
    ...{ actor, at: now, requestId, action: 'case.opened', subjectKind: 'case', subjectId: id },
    after: { kind: kind.key, desk: input.desk, source: input.source },
  })
  return { id, customerRef, reference, version: 1, created: true }
}

function promised(caseId: string, { next, openedAt }: NewCase, actor: Actor): CaseEvent[] {
  if (next === null) return []
  const payload = { promiseId: firstPromiseId(caseId), ...next }
  return [{ type: 'promise.made', at: openedAt, by: actor.id, payload }]
}

/** The id of the promise that is made with the opening of a case. */
export function firstPromiseId(caseId: string): string {
  return uuidOf(['promise', caseId, 'opened'])
}

/** The id of a case, which follows from its customer, source and the sender's own id. */
export function caseIdOf({
  customerRef,
  source,
  externalId,
}: Pick<NewCase, 'customerRef' | 'externalId'> & { readonly source: NewCase['source'] | 'import' }): string {
  return uuidOf(['case', customerRef, source, externalId])
}

/** RFC 9562 version 8: a UUID made of a hash, the same for the same parts. */
export function uuidOf(parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function unknown(path: string, userMessage: string): AppError {
  return new AppError('unprocessable', {
    userMessage,
    problems: [{ path, code: 'unknown', message: userMessage }],
  })
}
