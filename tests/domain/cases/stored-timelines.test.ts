import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admitCaseEvents } from '../../../domain/cases/admit-case-events.ts'
import { type CaseEvent } from '../../../domain/cases/case-event.ts'
import { segmentsOf } from '../../../domain/cases/case-segments.ts'
import { type CaseState } from '../../../domain/cases/case-state.ts'
import { foldCase, foldCaseEvent } from '../../../domain/cases/fold-case.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { anyAttempts, anyTimeline } from './any-timeline.ts'

const minute = 60_000
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const at = (minutes: number, by: string | null = 'eva') => ({ at: minutes * minute, by })
const opened: CaseEvent = {
  ...{ ...at(0), type: 'case.opened' },
  payload: {
    ...{ kind: 'card', emergency: false, desk: 'branch', owner: 'eva', channel: 'phone', summary: 'x' },
    ...{ priority: null, category: null },
  },
}
const promised: CaseEvent = {
  ...{ ...at(1), type: 'promise.made' },
  payload: { promiseId: id(1), dueAt: 30 * minute, text: 'We call' },
}
const memo: CaseEvent = {
  ...{ ...at(2), type: 'memo.sent' },
  payload: { memoId: id(2), to: 'mia', dueAt: 60 * minute, problem: 'p', tried: 't', request: 'r' },
}
const offered: CaseEvent = {
  ...{ ...at(2), type: 'handoff.offered' },
  payload: {
    ...{ handoffId: id(3), mode: 'cold', toDesk: 'cards', toPerson: null, acceptBy: 10 * minute },
    ...{ plannedReturn: false, brief: {}, briefComplete: true, takenOnTheLine: false },
  },
}
const expired: CaseEvent = {
  ...{ ...at(10, null), type: 'handoff.expired' },
  payload: { handoffId: id(3), inHours: true },
}
const acceptedAt = (minutes: number): CaseEvent => ({
  ...{ ...at(minutes, 'crm'), type: 'handoff.accepted' },
  payload: { handoffId: id(3), by: 'igor' },
})

/** Those of the attempts that the life cycle took, and the state that each step ended in. */
function admitted(attempts: readonly CaseEvent[]): { events: CaseEvent[]; state: CaseState } {
  const events = attempts.slice(0, 1)
  let state = admitCaseEvents([], events)
  for (const attempt of attempts.slice(1)) {
    try {
      state = admitCaseEvents(events, [attempt])
      events.push(attempt)
    } catch (refused) {
      if (!(refused instanceof AppError)) throw refused
    }
  }
  return { events, state }
}

describe('what is stored stays readable', () => {
  test('any timeline of well-formed events folds, at most one handoff, promise and memo open', () => {
    fc.assert(
      fc.property(anyTimeline, (events) => {
        const state = foldCase(events)!
        const open = (states: readonly { readonly state: string }[], ...those: readonly string[]) =>
          states.filter((one) => those.includes(one.state)).length
        expect(open(state.handoffs, 'offered', 'accepted')).toBeLessThanOrEqual(1)
        expect(open(state.promises, 'open')).toBeLessThanOrEqual(1)
        expect(open(state.memos, 'sent')).toBeLessThanOrEqual(1)
        const running = segmentsOf(events).filter(({ to }) => to === null)
        expect(running).toHaveLength(state.status === 'open' ? 1 : 0)
      }),
      { numRuns: 200 },
    )
  })

  test('what was admitted step by step is what the whole timeline folds to', () => {
    fc.assert(
      fc.property(anyAttempts, (attempts) => {
        const { events, state } = admitted(attempts)
        expect(foldCase(events)).toEqual(state)
        expect(events.reduce<CaseState | null>(foldCaseEvent, null)).toEqual(state)
      }),
      { numRuns: 150 },
    )
  })

  test('a referral from before the next memo had an id goes on as the same memo', () => {
    const referred: CaseEvent = {
      ...{ ...at(5, 'mia'), type: 'memo.decided' },
      payload: {
        ...{ memoId: id(2), decision: 'referred', reason: 'Not mine', referTo: 'max' },
        ...{ dueAt: 90 * minute, nextMemoId: null },
      },
    }
    const read = foldCase([opened, memo, referred])
    expect(read).toMatchObject({ turn: 'manager', turnUntil: 90 * minute })
    expect(read!.memos).toMatchObject([{ id: id(2), to: 'max', state: 'sent', dueAt: 90 * minute }])
    const granted: CaseEvent = {
      ...{ ...at(6, 'max'), type: 'memo.decided' },
      payload: {
        ...{ memoId: id(2), decision: 'granted', reason: 'Yes' },
        ...{ referTo: null, dueAt: null, nextMemoId: null },
      },
    }
    expect(admitCaseEvents([opened, memo, referred], [granted]).memos).toMatchObject([{ state: 'granted' }])
    expect(() => admitCaseEvents([opened, memo], [referred])).toThrow(AppError)
  })

  test('a case that was merged while something was owed is read: the promise still comes due, the memo asks no more', () => {
    const merged: CaseEvent = {
      ...{ ...at(5), type: 'case.merged' },
      payload: { into: 'other', reason: 'Twice' },
    }
    const timeline = [opened, promised, memo, merged]
    expect(foldCase(timeline)).toMatchObject({
      ...{ status: 'merged', mergedInto: 'other', nextDueAt: null },
      ...{ promises: [{ state: 'open' }], memos: [{ state: 'withdrawn' }] },
    })
    const broken: CaseEvent = {
      ...{ ...at(31, null), type: 'promise.broken' },
      payload: { promiseId: id(1) },
    }
    expect(admitCaseEvents(timeline, [broken]).promises).toMatchObject([{ state: 'broken' }])
    expect(() => admitCaseEvents([opened, promised], [merged])).toThrow(AppError)
  })
})

describe('what is reported after our clock decided without it', () => {
  const contact = (minutes: number): CaseEvent => ({
    ...{ ...at(minutes, 'crm'), type: 'contact.made' },
    payload: { direction: 'out', channel: 'phone', twoWay: true, substantive: true, text: 'x' },
  })

  test('an acceptance in time counts from its own time, and the offer did not expire', () => {
    const state = admitCaseEvents([opened, offered, expired], [acceptedAt(7)])
    expect(state).toMatchObject({ desk: 'cards', owner: 'igor', lastEventAt: 10 * minute })
    expect(state.handoffs).toMatchObject([{ state: 'accepted', acceptedAt: 7 * minute, endedAt: null }])
    expect(segmentsOf([opened, offered, expired, acceptedAt(7)])).toMatchObject([
      { desk: 'branch', from: 0, to: 7 * minute },
      { desk: 'cards', from: 7 * minute, to: null },
    ])
  })

  test('a contact in time keeps the promise', () => {
    const broken: CaseEvent = {
      ...{ ...at(31, null), type: 'promise.broken' },
      payload: { promiseId: id(1) },
    }
    expect(admitCaseEvents([opened, promised, broken], [contact(20)]).promises).toMatchObject([
      { state: 'kept', endedAt: 20 * minute },
    ])
  })

  test.each([
    ['after the time to accept', [opened, offered, expired], acceptedAt(11), 'expired'],
    ['when somebody did something since', [opened, offered, expired, contact(12)], acceptedAt(7), 'expired'],
    ['before the offer', [opened, offered, expired], acceptedAt(1), undefined],
  ])('an acceptance %s is refused with the present state', (_when, timeline, late, state) => {
    const refused = () => admitCaseEvents(timeline, [late])
    expect(refused).toThrow(expect.objectContaining({ code: 'conflict' }))
    if (state !== undefined)
      expect(refused).toThrow(expect.objectContaining({ details: expect.objectContaining({ state }) }))
  })
})

describe('whenever we owe the next step there is a next-contact time', () => {
  test('in every open case whose turn is ours, whatever happened to it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyTimeline,
          anyAttempts.map((attempts) => admitted(attempts).events),
        ),
        (events) => {
          const state = foldCase(events)!
          if (state.status !== 'open') expect(state.nextDueAt).toBeNull()
          else if (state.turn === 'us') expect(state.nextDueAt).not.toBeNull()
        },
      ),
      { numRuns: 200 },
    )
  })

  const within = (contactMinutes: number): CaseEvent => ({
    ...opened,
    payload: {
      ...(opened.payload as Extract<CaseEvent, { type: 'case.opened' }>['payload']),
      contactMinutes,
    },
  })
  const spoke: CaseEvent = {
    ...{ ...at(20), type: 'contact.made' },
    payload: { direction: 'out', channel: 'phone', twoWay: true, substantive: true, text: 'x' },
  }
  const broken: CaseEvent = { ...{ ...at(31, null), type: 'promise.broken' }, payload: { promiseId: id(1) } }
  const later: CaseEvent = { ...spoke, at: 40 * minute }

  test.each([
    ['as the kind of case wants it', [within(45)], 45],
    ['a day where the kind of that time did not say', [opened], 1_440],
    ['what was promised', [within(45), promised], 30],
    ['counted anew from each contact', [within(45), promised, spoke], 65],
    ['the broken promise until the customer hears of us', [within(45), promised, broken], 30],
    ['counted anew once they did', [within(45), promised, broken, later], 85],
  ])('%s', (_what, events, minutes) => {
    expect(foldCase(events)?.nextDueAt).toBe(minutes * minute)
  })
})
