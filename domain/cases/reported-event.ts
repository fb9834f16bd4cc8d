import { z } from 'zod'
import { type CaseEvent, caseEventPayloads, type CaseEventType } from './case-event.ts'

/**
 * Types that another system may report. Left out are those that belong to this product's own clock (expired, broken, escalated), to
 * people who decide here (memos, questions to a supervisor), and the opening, which has a call of its own.
 */
type ReportedType = Exclude<
  CaseEventType,
  | 'case.opened'
  | 'handoff.expired'
  | 'promise.broken'
  | 'memo.escalated'
  | 'memo.decided'
  | 'supervisor.answered'
>

/** RFC 3339 with an offset: a time without one could mean any of 26 hours. */
export const reportedInstant = z.iso.datetime({
  offset: true,
  error: 'The time must be RFC 3339 with an offset, such as "2026-03-01T14:30:00+01:00".',
})
const instant = reportedInstant
const id = z.uuid().optional().describe('Made from the case, the type and the time when it is left out')

function when<T extends ReportedType>(type: T) {
  return { type: z.literal(type), at: instant.describe('When it happened') }
}

/** An event of a case as another system sends it: the fields of its payload beside `type` and `at`, instants as RFC 3339. */
export const reportedEventSchema = z
  .discriminatedUnion('type', [
    caseEventPayloads['owner.changed'].extend(when('owner.changed')),
    caseEventPayloads['note.added'].extend(when('note.added')),
    caseEventPayloads['contact.made'].extend(when('contact.made')),
    caseEventPayloads['turn.passed']
      .extend(when('turn.passed'))
      .extend({ nextDueAt: instant.nullish(), reason: z.string().max(500).nullish() }),
    caseEventPayloads['handoff.offered']
      .extend(when('handoff.offered'))
      .omit({ briefComplete: true })
      .extend({
        handoffId: id,
        acceptBy: instant.optional().describe('From the desk’s time to accept when it is left out'),
        toPerson: z.string().min(1).max(120).nullish(),
        plannedReturn: z.boolean().default(false),
        takenOnTheLine: z.boolean().default(false),
      }),
    caseEventPayloads['handoff.accepted']
      .extend(when('handoff.accepted'))
      .extend({ by: z.string().min(1).max(120).nullish() }),
    caseEventPayloads['handoff.released'].extend(when('handoff.released')),
    caseEventPayloads['handoff.served'].extend(when('handoff.served')),
    caseEventPayloads['handoff.askedAgain'].extend(when('handoff.askedAgain')),
    caseEventPayloads['handoff.declined'].extend(when('handoff.declined')),
    caseEventPayloads['handoff.recalled']
      .extend(when('handoff.recalled'))
      .extend({ text: z.string().max(1_000).default('') }),
    caseEventPayloads['handoff.customerLost']
      .extend(when('handoff.customerLost'))
      .extend({ text: z.string().max(1_000).default('') }),
    caseEventPayloads['promise.made'].extend(when('promise.made')).extend({ promiseId: id, dueAt: instant }),
    caseEventPayloads['promise.renegotiated']
      .extend(when('promise.renegotiated'))
      .extend({ nextPromiseId: id, dueAt: instant }),
    caseEventPayloads['memo.sent']
      .extend(when('memo.sent'))
      .extend({ memoId: id, dueAt: instant, tried: z.string().max(2_000).default('') }),
    caseEventPayloads['emergency.stepDone']
      .extend(when('emergency.stepDone'))
      .extend({ text: z.string().max(2_000).default('') }),
    caseEventPayloads['emergency.contained'].extend(when('emergency.contained')),
    caseEventPayloads['supervisor.asked'].extend(when('supervisor.asked')),
    caseEventPayloads['case.resolved'].extend(when('case.resolved')),
    caseEventPayloads['case.reopened'].extend(when('case.reopened')),
    caseEventPayloads['case.merged'].extend(when('case.merged')).extend({ into: z.uuid() }),
  ])
  .meta({ id: 'CaseEvent' })

export type ReportedEvent = z.infer<typeof reportedEventSchema>

/** What only the product knows of an event: who reports it, the ids that were left out, and what the receiving desk needs. */
export interface ReportContext {
  /** The key. */
  readonly by: string
  /** A UUID that is the same for every retry of this event; `what` tells several of one event apart. */
  readonly idFor: (what: string) => string
  readonly offerTerms: (event: Extract<ReportedEvent, { type: 'handoff.offered' }>) => {
    readonly acceptBy: number
    readonly briefComplete: boolean
  }
}

/** The event of the timeline that a report tells of; every retry gives the same one. */
export function fromReport(event: ReportedEvent, context: ReportContext): CaseEvent {
  const { type, at: atText, ...sent } = event
  const payload = { ...withInstants(sent), ...completed(event, context) }
  return {
    type,
    at: Date.parse(atText),
    by: context.by,
    payload: caseEventPayloads[type].parse(payload),
  } as CaseEvent
}

function completed(event: ReportedEvent, { idFor, offerTerms }: ReportContext): Record<string, unknown> {
  switch (event.type) {
    case 'handoff.offered':
      return {
        handoffId: event.handoffId ?? idFor('handoff'),
        toPerson: event.toPerson ?? null,
        ...offerTerms(event),
      }
    case 'handoff.accepted':
      return { by: event.by ?? null }
    case 'turn.passed':
      return {
        reason: event.reason ?? null,
        nextDueAt: event.nextDueAt == null ? null : Date.parse(event.nextDueAt),
      }
    case 'promise.made':
      return { promiseId: event.promiseId ?? idFor('promise') }
    case 'promise.renegotiated':
      return { nextPromiseId: event.nextPromiseId ?? idFor('promise') }
    case 'memo.sent':
      return { memoId: event.memoId ?? idFor('memo') }
    default:
      return {}
  }
}

function withInstants(sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { dueAt, ...rest } = sent
  return typeof dueAt === 'string' ? { ...rest, dueAt: Date.parse(dueAt) } : rest
}
