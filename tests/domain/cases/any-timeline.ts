import fc from 'fast-check'
import {
  type CaseEvent,
  type CaseEventPayload,
  caseEventPayloads,
  type CaseEventType,
} from '../../../domain/cases/case-event.ts'
import { declineReasons } from '../../../domain/cases/handoff-terms.ts'

const minute = 60_000
const start = Date.UTC(2026, 2, 28, 20)

/** Few ids, so that events of a random timeline meet each other's handoffs, promises and memos. */
const id = fc.integer({ min: 1, max: 3 }).map((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const desk = fc.constantFrom('branch', 'cards', 'payments')
const person = fc.constantFrom('eva', 'igor', 'kasia')
const instant = fc.integer({ min: 0, max: 3_000 }).map((minutes) => start + minutes * minute)
const text = fc.constant('x')
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 })

/** Every payload that the schema of its type lets through, whatever the state of the case; a new type does not compile without its line. */
const payloads: { readonly [Type in CaseEventType]: fc.Arbitrary<CaseEventPayload<Type>> } = {
  'case.opened': fc.record({
    ...{ kind: text, emergency: fc.boolean(), desk, owner: maybe(person), channel: text, summary: text },
    ...{ priority: maybe(text), category: maybe(text) },
  }),
  'owner.changed': fc.record({ owner: person, reason: fc.constantFrom('taken', 'assigned', 'cover') }),
  'note.added': fc.record({ text }),
  'contact.made': fc.record({
    ...{ direction: fc.constantFrom('in', 'out'), channel: text, twoWay: fc.boolean() },
    ...{ reached: fc.boolean(), substantive: fc.boolean(), text },
  }),
  'turn.passed': fc.record({
    ...{ to: fc.constantFrom('us', 'customer', 'otherDesk', 'manager', 'thirdParty') },
    ...{ reason: maybe(text), nextDueAt: maybe(instant) },
  }),
  'handoff.offered': fc.record({
    ...{ handoffId: id, mode: fc.constantFrom('warm', 'cold', 'onBehalf', 'memo'), toDesk: desk },
    ...{ toPerson: maybe(person), acceptBy: instant, plannedReturn: fc.boolean(), brief: fc.constant({}) },
    ...{ briefComplete: fc.boolean(), takenOnTheLine: fc.boolean() },
  }),
  'handoff.accepted': fc.record({ handoffId: id, by: maybe(person) }),
  'handoff.released': fc.record({ handoffId: id }),
  'handoff.served': fc.record({ handoffId: id }),
  'handoff.askedAgain': fc.record({ handoffId: id }),
  'handoff.declined': fc.record({ handoffId: id, reason: fc.constantFrom(...declineReasons), text }),
  'handoff.expired': fc.record({ handoffId: id, inHours: fc.boolean() }),
  'handoff.recalled': fc.record({ handoffId: id, text }),
  'handoff.customerLost': fc.record({ handoffId: id, text }),
  'promise.made': fc.record({ promiseId: id, dueAt: instant, text }),
  'promise.renegotiated': fc.record({ promiseId: id, nextPromiseId: id, dueAt: instant, text }),
  'promise.broken': fc.record({ promiseId: id }),
  'memo.sent': fc.record({
    memoId: id,
    to: person,
    dueAt: instant,
    problem: text,
    tried: text,
    request: text,
  }),
  'memo.decided': fc.record({
    ...{ memoId: id, decision: fc.constantFrom('granted', 'returned', 'referred'), reason: text },
    ...{ referTo: maybe(person), dueAt: maybe(instant), nextMemoId: maybe(id) },
  }),
  'memo.escalated': fc.record({ memoId: id, to: person, dueAt: instant }),
  'emergency.stepDone': fc.record({
    ...{ step: text, playbookVersion: fc.constant(1), language: fc.constant(null), text },
  }),
  'emergency.contained': fc.record({ what: text }),
  'supervisor.asked': fc.record({ question: text }),
  'supervisor.answered': fc.record({ answer: text, granted: fc.boolean() }),
  'case.resolved': fc.record({ done: text, customerHadToAct: fc.boolean() }),
  'case.reopened': fc.record({ reason: text }),
  'case.merged': fc.record({ into: text, reason: text }),
}

const types = Object.keys(payloads) as CaseEventType[]

/** Any event that may lie in a timeline, at any time. */
const anyEvent = fc.constantFrom(...types).chain((type) =>
  fc
    .record({ at: instant, by: maybe(person), payload: payloads[type] as fc.Arbitrary<unknown> })
    .map((event) => {
      const payload = caseEventPayloads[type].parse(event.payload)
      return { ...event, type, payload } as CaseEvent
    }),
)

const opening = payloads['case.opened'].map((payload): CaseEvent => {
  return { type: 'case.opened', at: start, by: 'eva', payload }
})

/** A case that was opened and to which anything happened after that, also what no life cycle allows, in any order. */
export const anyTimeline = fc
  .tuple(opening, fc.array(anyEvent, { maxLength: 40, size: 'max' }))
  .map(([opened, events]) => [opened, ...events])

/** The same as somebody tries it: one after the other. Whether a timeline takes them is the life cycle's to say. */
export const anyAttempts = anyTimeline.map((events) => events.toSorted((left, right) => left.at - right.at))
