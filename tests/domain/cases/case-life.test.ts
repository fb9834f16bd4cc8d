import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admitCaseEvents } from '../../../domain/cases/admit-case-events.ts'
import { type CaseEvent, type CaseEventType } from '../../../domain/cases/case-event.ts'
import { segmentsOf } from '../../../domain/cases/case-segments.ts'
import { foldCase } from '../../../domain/cases/fold-case.ts'
import { AppError } from '../../../domain/errors/app-error.ts'

const minute = 60_000
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

function event<T extends CaseEventType>(
  type: T,
  minutes: number,
  payload: Extract<CaseEvent, { type: T }>['payload'],
  by = 'eva',
) {
  return { type, at: minutes * minute, by, payload } as CaseEvent
}

const opened = (emergency = false) =>
  event('case.opened', 0, {
    ...{
      kind: 'card',
      emergency,
      desk: 'branch',
      owner: 'eva',
      channel: 'phone',
      summary: '',
      priority: null,
      category: null,
    },
  })

const offered = (
  minutes: number,
  mode: 'warm' | 'cold' | 'onBehalf',
  toDesk = 'cards',
  n = 1,
  takenOnTheLine = false,
) =>
  event('handoff.offered', minutes, {
    ...{
      handoffId: id(n),
      mode,
      toDesk,
      toPerson: null,
      acceptBy: (minutes + 10) * minute,
      plannedReturn: false,
    },
    ...{ brief: {}, briefComplete: true, takenOnTheLine },
  })

const accepted = (minutes: number, n = 1) =>
  event('handoff.accepted', minutes, { handoffId: id(n), by: 'igor' }, 'igor')

describe('the sender owns the customer until acceptance', () => {
  test('an offered case is still with the sender', () => {
    expect(foldCase([opened(), offered(1, 'warm')])).toMatchObject({ desk: 'branch', owner: 'eva' })
  })
  test('an accepted one is with the receiver', () => {
    expect(foldCase([opened(), offered(1, 'warm'), accepted(3)])).toMatchObject({
      desk: 'cards',
      owner: 'igor',
    })
  })
  test('asking on the customer’s behalf moves nobody', () => {
    expect(foldCase([opened(), offered(1, 'onBehalf'), accepted(3)])).toMatchObject({
      desk: 'branch',
      owner: 'eva',
    })
  })
  test('a declined offer leaves the customer with the sender', () => {
    const declined = event('handoff.declined', 2, { handoffId: id(1), reason: 'wrongDesk', text: 'Not ours' })
    expect(foldCase([opened(), offered(1, 'cold'), declined])).toMatchObject({ desk: 'branch', owner: 'eva' })
  })
})

const refusals: [string, CaseEvent[], string][] = [
  ['accepted before offered', [opened(), accepted(1)], 'offered first'],
  ['accepted twice', [opened(), offered(1, 'warm'), accepted(2), accepted(3)], 'moved on meanwhile'],
  ['handoff to the own desk', [opened(), offered(1, 'warm', 'branch')], 'to itself'],
  [
    'a second offer while one is open',
    [opened(), offered(1, 'warm'), offered(2, 'warm', 'loans', 2)],
    'already',
  ],
  [
    'resolving with an open handoff',
    [opened(), offered(1, 'warm'), event('case.resolved', 2, { done: 'x', customerHadToAct: false })],
    'handoff is open',
  ],
  [
    'events out of order',
    [opened(), event('note.added', 5, { text: 'a' }), event('note.added', 4, { text: 'b' })],
    'order',
  ],
  [
    'releasing a warm handoff before acceptance',
    [opened(), offered(1, 'warm'), event('handoff.released', 2, { handoffId: id(1) })],
    'stay with the customer',
  ],
  ['handing an uncontained emergency over cold', [opened(true), offered(1, 'cold')], 'Contain'],
  [
    'handing an uncontained emergency over with nobody on the line',
    [opened(true), offered(1, 'warm')],
    'Contain',
  ],
  [
    'a stale expiry timer',
    [opened(), offered(1, 'warm'), event('handoff.expired', 5, { handoffId: id(1), inHours: true })],
    'may still be accepted',
  ],
  [
    'a stale promise timer',
    [
      opened(),
      event('promise.made', 1, { promiseId: id(9), dueAt: 30 * minute, text: 'call' }),
      event('promise.broken', 29, { promiseId: id(9) }),
    ],
    'may still be kept',
  ],
  [
    'pausing without a reason',
    [opened(), event('turn.passed', 1, { to: 'customer', reason: ' ', nextDueAt: 9 * minute })],
    'waiting for',
  ],
  [
    'pausing without a next due time',
    [opened(), event('turn.passed', 1, { to: 'customer', reason: 'papers', nextDueAt: null })],
    'until when',
  ],
  [
    'handoff to oneself: the sender of two desks accepts the own offer',
    [opened(), offered(1, 'warm'), event('handoff.accepted', 2, { handoffId: id(1), by: 'eva' })],
    'to themselves',
  ],
  ['a case that was never opened', [event('note.added', 1, { text: 'a' })], 'opened'],
]

test.each(refusals)('refuses %s', (_name, events, says) => {
  expect(() => admitCaseEvents([], events)).toThrow(
    expect.objectContaining({ userMessage: expect.stringContaining(says) }),
  )
})

test('an uncontained emergency moves warm to somebody who takes it on the line', () => {
  expect(foldCase([opened(true), offered(1, 'warm', 'cards', 1, true), accepted(2)])).toMatchObject({
    desk: 'cards',
  })
})

test('“no news yet” before the due time keeps a promise; after it the promise stays to be broken', () => {
  const promise = event('promise.made', 1, { promiseId: id(9), dueAt: 30 * minute, text: 'call' })
  const contact = (at: number) =>
    event('contact.made', at, {
      direction: 'out',
      channel: 'phone',
      twoWay: true,
      substantive: true,
      text: 'No news yet',
    })
  expect(foldCase([opened(), promise, contact(30)])?.promises[0]).toMatchObject({ state: 'kept' })
  expect(foldCase([opened(), promise, contact(31)])?.promises[0]).toMatchObject({ state: 'open' })
})

const promised = event('promise.made', 1, { promiseId: id(9), dueAt: 30 * minute, text: 'call' })
const paused = event('turn.passed', 1, { to: 'customer', reason: 'papers', nextDueAt: 60 * minute })
const contact = (at: number, change: object) =>
  event('contact.made', at, {
    ...{ direction: 'out', channel: 'phone', twoWay: false, substantive: false, text: 'x' },
    ...change,
  })

describe('what counts as being in touch', () => {
  test('a call that nobody answered keeps no promise and is no contact', () => {
    expect(foldCase([opened(), promised, contact(5, { reached: false })])).toMatchObject({
      ...{ promises: [{ state: 'open' }], lastCustomerContactAt: null },
    })
  })
  test('an e-mail that answers is the first answer and keeps the promise', () => {
    const mail = contact(5, { channel: 'email', substantive: true })
    expect(foldCase([opened(), promised, mail])).toMatchObject({
      ...{ promises: [{ state: 'kept' }], firstAnswerAt: 5 * minute },
    })
  })
  test('being served by the receiver keeps the promise that the sender made', () => {
    const served = event('handoff.served', 4, { handoffId: id(1) })
    expect(foldCase([opened(), promised, offered(2, 'warm'), accepted(3), served])).toMatchObject({
      ...{ promises: [{ state: 'kept' }], firstAnswerAt: 4 * minute },
    })
  })
  test('an answer that was asked on the customer’s behalf has not reached the customer yet', () => {
    const answered = event('handoff.served', 4, { handoffId: id(1), text: 'The rate of that day' })
    expect(foldCase([opened(), promised, offered(2, 'onBehalf'), accepted(3), answered])).toMatchObject({
      ...{ promises: [{ state: 'open' }], lastCustomerContactAt: null },
      handoffs: [{ state: 'served', releasedAt: null }],
    })
  })
  test('a word of the customer whom we wait for makes it our turn; any other leaves the turn', () => {
    const word = contact(5, { direction: 'in', channel: 'email' })
    expect(foldCase([opened(), paused, word])).toMatchObject({ turn: 'us', nextDueAt: 1_445 * minute })
    expect(foldCase([opened(), paused, contact(5, { channel: 'email' })])).toMatchObject({ turn: 'customer' })
  })
})

test('the next contact is the earlier of the open promise and the end of the wait', () => {
  expect(foldCase([opened(), promised, paused])).toMatchObject({ nextDueAt: 30 * minute })
  expect(foldCase([opened(), promised, paused, contact(5, {})])).toMatchObject({ nextDueAt: 60 * minute })
  expect(foldCase([opened()])).toMatchObject({ nextDueAt: 1_440 * minute })
})

test('reopening starts a new clock cycle and keeps the first', () => {
  const events = [
    opened(),
    event('case.resolved', 5, { done: 'x', customerHadToAct: false }),
    event('case.reopened', 60, { reason: 'again' }),
  ]
  expect(foldCase(events)?.cycles).toEqual([
    { no: 1, startedAt: 0, resolvedAt: 5 * minute },
    { no: 2, startedAt: 60 * minute, resolvedAt: null },
  ])
})

/** Random timelines: whatever is refused is skipped, so every state that can be reached is walked through. */
const timelines = fc
  .array(
    fc.record({ gap: fc.integer({ min: 0, max: 20 }), pick: fc.nat(11), n: fc.integer({ min: 1, max: 3 }) }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let at = 0
    const events: CaseEvent[] = [opened()]
    for (const { gap, pick, n } of steps) {
      at += gap
      const candidates: CaseEvent[] = [
        offered(at, 'warm', 'cards', n),
        offered(at, 'cold', 'loans', n),
        offered(at, 'onBehalf', 'branch', n),
        accepted(at, n),
        event('handoff.served', at, { handoffId: id(n) }),
        event('handoff.declined', at, { handoffId: id(n), reason: 'other', text: 'x' }),
        event('handoff.expired', at, { handoffId: id(n), inHours: true }),
        event('turn.passed', at, { to: 'customer', reason: 'papers', nextDueAt: (at + 5) * minute }),
        event('turn.passed', at, { to: 'us', reason: null, nextDueAt: null }),
        event('owner.changed', at, { owner: `person${n}`, reason: 'cover' }),
        event('case.resolved', at, { done: 'x', customerHadToAct: false }),
        event('case.reopened', at, { reason: 'x' }),
      ]
      try {
        admitCaseEvents(events, [candidates[pick]!])
        events.push(candidates[pick]!)
      } catch (refused) {
        if (!(refused instanceof AppError)) throw refused
      }
    }
    return events
  })

test('segments tile the open time of a case without gap or overlap', () => {
  fc.assert(
    fc.property(timelines, (events) => {
      const state = foldCase(events)!
      const segments = segmentsOf(events)
      const now = state.lastEventAt + minute
      const openMs = state.cycles.reduce((sum, cycle) => sum + (cycle.resolvedAt ?? now) - cycle.startedAt, 0)
      const tiledMs = segments.reduce((sum, segment) => sum + (segment.to ?? now) - segment.from, 0)
      expect(tiledMs).toBe(openMs)
      segments.slice(1).forEach((segment, i) => expect(segment.from).toBeGreaterThanOrEqual(segments[i]!.to!))
      expect(segments.filter((segment) => segment.to === null)).toHaveLength(state.status === 'open' ? 1 : 0)
    }),
    { seed: 4, numRuns: 500 },
  )
})

test('at most one handoff of a case is open at any time', () => {
  fc.assert(
    fc.property(timelines, (events) => {
      const open = foldCase(events)!.handoffs.filter(
        ({ state }) => state === 'offered' || state === 'accepted',
      )
      expect(open.length).toBeLessThanOrEqual(1)
    }),
    { seed: 5, numRuns: 300 },
  )
})
