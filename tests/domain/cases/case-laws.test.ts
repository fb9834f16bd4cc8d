import fc from 'fast-check'
import { expect, test } from 'vitest'
import { admitCaseEvents } from '../../../domain/cases/admit-case-events.ts'
import { type CaseEvent } from '../../../domain/cases/case-event.ts'
import { segmentsOf } from '../../../domain/cases/case-segments.ts'
import { type CaseState, openHandoffOf, openPromiseOf } from '../../../domain/cases/case-state.ts'
import { foldCase, foldCaseEvent } from '../../../domain/cases/fold-case.ts'
import { isoInstant } from '../../../domain/format/format-instant.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { businessMs } from '../../../domain/time/business-time.ts'
import { oneCalendar } from '../../../domain/time/calendar-versions.ts'

const start = Date.UTC(2026, 2, 28, 20)
const desks = ['branch', 'cards', 'payments'] as const
const handoffId = (step: number) => `0197523e-0000-7000-8000-${String(step).padStart(12, '0')}`

const opened: CaseEvent = {
  ...{ type: 'case.opened', at: start, by: 'eva' },
  payload: {
    ...{ kind: 'card', emergency: false, desk: 'branch', owner: 'eva', channel: 'phone', summary: 'x' },
    ...{ priority: null, category: null },
  },
}

/** What somebody tries next; the state machine decides whether it happens. */
const attempt = fc.record({
  minutes: fc.integer({ min: 0, max: 30 }),
  desk: fc.constantFrom(...desks),
  mode: fc.constantFrom('warm' as const, 'cold' as const, 'onBehalf' as const),
  what: fc.constantFrom(
    ...([
      'offer',
      'offer',
      'accept',
      'accept',
      'serve',
      'release',
      'serve',
      'decline',
      'expire',
      'recall',
      'promise',
      'speak',
    ] as const),
    ...(['pause', 'ours', 'resolve', 'reopen', 'cover'] as const),
  ),
})

/** A timeline of whatever of the attempts was possible. */
const timelines = fc.array(attempt, { minLength: 10, maxLength: 60, size: 'max' }).map((attempts) => {
  const events: CaseEvent[] = [opened]
  let state: CaseState = admitCaseEvents([], [opened])
  let at = start
  attempts.forEach(({ minutes, desk, mode, what }, step) => {
    at += minutes * 60_000
    const event = eventOf(state, { at, desk, mode, what, step })
    if (event === null) return
    try {
      state = admitCaseEvents(events, [event])
      events.push(event)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  })
  return { events, state, end: at + 1 }
})

function eventOf(
  state: CaseState,
  given: {
    at: number
    desk: string
    mode: 'warm' | 'cold' | 'onBehalf'
    what: string
    step: number
  },
): CaseEvent | null {
  const { at, desk, mode, what, step } = given
  const open = openHandoffOf(state)?.id ?? handoffId(999)
  const on = { at, by: 'eva' }
  switch (what) {
    case 'offer':
      return {
        ...{ ...on, type: 'handoff.offered' },
        payload: {
          ...{ handoffId: handoffId(step), mode, toDesk: desk, toPerson: null, acceptBy: at + 900_000 },
          ...{ plannedReturn: false, brief: {}, briefComplete: true, takenOnTheLine: true },
        },
      }
    case 'accept':
      return { ...on, type: 'handoff.accepted', payload: { handoffId: open, by: `igor of ${desk}` } }
    case 'release':
      return { ...on, type: 'handoff.released', payload: { handoffId: open } }
    case 'serve':
      return { ...on, type: 'handoff.served', payload: { handoffId: open } }
    case 'decline':
      return { ...on, type: 'handoff.declined', payload: { handoffId: open, reason: 'wrongDesk', text: 'x' } }
    case 'expire':
      return { ...on, type: 'handoff.expired', payload: { handoffId: open, inHours: true } }
    case 'recall':
      return { ...on, type: 'handoff.recalled', payload: { handoffId: open, text: '' } }
    case 'promise':
      return {
        ...{ ...on, type: 'promise.made' },
        payload: { promiseId: handoffId(step), dueAt: at + 3_600_000, text: 'x' },
      }
    case 'speak':
      return {
        ...{ ...on, type: 'contact.made' },
        payload: { direction: 'out', channel: 'phone', twoWay: true, substantive: true, text: 'x' },
      }
    case 'pause':
      return {
        ...{ ...on, type: 'turn.passed' },
        payload: { to: 'customer', reason: 'papers', nextDueAt: at + 86_400_000 },
      }
    case 'ours':
      return { ...on, type: 'turn.passed', payload: { to: 'us', reason: null, nextDueAt: null } }
    case 'resolve':
      return { ...on, type: 'case.resolved', payload: { done: 'x', customerHadToAct: false } }
    case 'reopen':
      return { ...on, type: 'case.reopened', payload: { reason: 'x' } }
    case 'cover':
      return { ...on, type: 'owner.changed', payload: { owner: `kasia ${step}`, reason: 'cover' } }
    default:
      return null
  }
}

/** The state as it was at an instant, folded from what had happened by then. */
function stateAt(events: readonly CaseEvent[], instant: number): CaseState {
  return foldCase(events.filter(({ at }) => at <= instant))!
}

test('random timelines reach every part of a case’s life', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(timelines, ({ events }) => {
      for (const { type } of events) seen.add(type)
    }),
    { seed: 1, numRuns: 200 },
  )
  expect([...seen]).toEqual(
    expect.arrayContaining(['handoff.served', 'handoff.expired', 'case.reopened', 'owner.changed']),
  )
})

test('at every instant of its open time a case has exactly one owner: who had it by the events until then', () => {
  fc.assert(
    fc.property(timelines, fc.double({ min: 0, max: 1, noNaN: true }), ({ events, end }, share) => {
      const instant = Math.floor(start + share * (end - start - 1))
      const owning = segmentsOf(events).filter(
        ({ from, to }) => from <= instant && (to === null || instant < to),
      )
      const state = stateAt(events, instant)
      expect(owning).toHaveLength(state.status === 'open' ? 1 : 0)
      if (state.status !== 'open') return
      expect(owning[0]).toMatchObject({ desk: state.desk, owner: state.owner, turn: state.turn })
    }),
  )
})

test('until somebody accepts, the customer is the sender’s', () => {
  fc.assert(
    fc.property(timelines, ({ events }) => {
      let state: CaseState | null = null
      for (const event of events) {
        const before: CaseState | null = state
        state = foldCaseEvent(state, event)!
        if (before !== null && state.desk !== before.desk) expect(event.type).toBe('handoff.accepted')
      }
    }),
  )
})

test('at most one handoff and one promise are open, and what is open counts in the totals', () => {
  fc.assert(
    fc.property(timelines, ({ state }) => {
      const open = state.handoffs.filter(({ state: at }) => at === 'offered' || at === 'accepted')
      expect(open.length).toBe(openHandoffOf(state) === null ? 0 : 1)
      expect(state.promises.filter((promise) => promise.state === 'open').length).toBe(
        openPromiseOf(state) === null ? 0 : 1,
      )
      for (const { offeredAt, acceptedAt, servedAt } of state.handoffs) {
        if (servedAt !== null) expect(acceptedAt).not.toBeNull()
        if (acceptedAt !== null) expect(acceptedAt).toBeGreaterThanOrEqual(offeredAt)
      }
    }),
  )
})

test('the open time of a case is the sum of its segments, in business time too', () => {
  const office = oneCalendar({
    ...{ zone: 'Europe/Warsaw', holidays: [], specialOpenings: [] },
    weekly: Object.fromEntries(
      (['friday', 'saturday', 'sunday', 'monday'] as const).map((day) => [
        day,
        [
          { opens: '00:00', closes: '13:00' },
          { opens: '14:00', closes: '24:00' },
        ],
      ]),
    ),
  })
  fc.assert(
    fc.property(timelines, ({ events, state, end }) => {
      const segments = segmentsOf(events).map(({ from, to }) => ({ from, to: to ?? end }))
      const sum = (
        spans: readonly { from: number; to: number }[],
        of: (from: number, to: number) => number,
      ) => spans.reduce((total, { from, to }) => total + of(from, to), 0)
      const cycles = state.cycles.map(({ startedAt, resolvedAt }) => ({
        from: startedAt,
        to: resolvedAt ?? end,
      }))
      const calendar = (from: number, to: number) => to - from
      const business = (from: number, to: number) => businessMs(office, from, to)
      expect(sum(segments, calendar)).toBe(sum(cycles, calendar))
      expect(sum(segments, business)).toBe(sum(cycles, business))
      expect(sum(segments, business)).toBeLessThanOrEqual(sum(segments, calendar))
    }),
  )
})

test('an instant survives being written in any zone, also in hours that clocks skip or repeat', () => {
  const zones = ['Europe/Warsaw', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kathmandu', 'UTC'] as const
  const around = fc
    .constantFrom(Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1), Date.UTC(2026, 3, 4, 15))
    .chain((change) => fc.integer({ min: change - 7_200_000, max: change + 7_200_000 }))
  fc.assert(
    fc.property(around, fc.constantFrom(...zones), (instant, zone) => {
      const second = Math.floor(instant / 1_000) * 1_000
      expect(Date.parse(isoInstant(second, zone))).toBe(second)
    }),
  )
})
