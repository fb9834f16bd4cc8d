import { describe, expect, test } from 'vitest'
import { careContext } from '../../../domain/metrics/care/care-clock.ts'
import { caseColumns, flowColumns, promiseColumns } from '../../../domain/metrics/care/case-columns.ts'
import { type CareMeasure } from '../../../domain/metrics/care/care-metric.ts'
import { type CareMetricKey, careMetricKeys, careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { chunkOf, type ColumnSpec } from '../../../domain/metrics/care/columns.ts'
import { handoffColumns } from '../../../domain/metrics/care/handoff-columns.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Cases are opened at 0 and handoffs offered then; it is the tenth day. */
const now = 10 * day

const specs = {
  handoffs: handoffColumns,
  cases: caseColumns,
  resolved: caseColumns,
  due: caseColumns,
  flow: flowColumns,
  promises: promiseColumns,
} as const satisfies Record<CareMeasure['facts'], ColumnSpec>

type Row = Readonly<Record<string, number | string | boolean | null>>

/** A metric's judgement of one row; what the row does not name is null, false or empty. Desks close by half: business time is half. */
function judge(key: CareMetricKey, row: Row): unknown {
  const { measure } = careMetrics[key]
  if (measure.kind === 'live') throw new Error(`${key} judges no rows`)
  const spec: ColumnSpec = specs[measure.facts]
  const whole = Object.fromEntries([
    ...spec.numbers.map((name) => [name, row[name] ?? null]),
    ...spec.flags.map((name) => [name, row[name] ?? false]),
    ...spec.words.map((name) => [name, row[name] ?? '']),
  ])
  const context = careContext(now, (_, emergency, since) => (now - since) / (emergency ? 1 : 2), {
    of: () => ({ contacts: 1, handoffs: 0, repeats: 0, channelSwitches: 0, minutesWaiting: 59 }),
  })
  const of = measure.of as (chunk: unknown, row: number, known: typeof context) => unknown
  return of(chunkOf(spec, [whole as never]), 0, context)
}

const handoff = { offeredAt: 0, acceptBy: 30 * minute, servedKnown: true, desk: 'cards', mode: 'cold' }
const accepted = { ...handoff, accepted: true, moved: true, waitMs: 20 * minute, state: 'accepted' }
const served = {
  ...{ ...accepted, acceptedInTime: true, served: true, state: 'served' },
  ...{ releasedAt: 25 * minute, gapEndedAt: 28 * minute },
}
const expired = { ...handoff, state: 'expired', waitMs: 30 * minute, gapEndedAt: 30 * minute }
const declined = { ...handoff, state: 'declined', waitMs: 5 * minute, gapEndedAt: 5 * minute }
const logged = { ...handoff, servedKnown: false, mode: 'unknown', state: 'taken', accepted: true }
const ended = (duration: number) => ({ duration, isOpen: false })
const open = (duration: number) => ({ duration, isOpen: true })

const one = { openedAt: 0, contactsKnown: true, oneContact: true, handoffs: 0, ourTurnMs: 0 }
const resolved = { ...one, firstResolvedAt: 2 * hour, lastResolvedAt: 2 * hour, targetAt: 8 * hour }
const reopened = { ...resolved, reopenedAt: 3 * day, lastResolvedAt: 4 * day }
const stillOpen = { ...one, open: true, targetAt: 8 * hour }
const emergency = { ...resolved, emergency: true }
const told = { ...resolved, timesAskedAgain: 0, channelSwitches: 0 }

const table: readonly (readonly [CareMetricKey, string, Row, unknown])[] = [
  ['began-to-be-served-rate', 'served', served, true],
  ['began-to-be-served-rate', 'expired', expired, false],
  ['began-to-be-served-rate', 'the customer left', { ...accepted, state: 'customerLost' }, false],
  ['began-to-be-served-rate', 'declined, nobody offered again', declined, false],
  ['began-to-be-served-rate', 'declined, then offered elsewhere', { ...declined, hasNext: true }, null],
  ['began-to-be-served-rate', 'still on its way', accepted, null],
  ['began-to-be-served-rate', "another system's log", logged, null],
  ['accepted-in-target', 'in time', served, true],
  ['accepted-in-target', 'late', accepted, false],
  ['accepted-in-target', 'never', expired, false],
  ['accepted-in-target', 'overdue and waiting', { ...handoff, waiting: true }, false],
  ['accepted-in-target', 'not due yet', { ...handoff, waiting: true, acceptBy: now }, null],
  ['accepted-in-target', 'taken back by the sender', { ...handoff, state: 'recalled' }, null],
  ['acceptance-time', 'accepted', served, ended(20 * minute)],
  ['acceptance-time', 'declined: censored at its end', declined, open(5 * minute)],
  ['acceptance-time', 'waiting: business time so far', { ...handoff, waiting: true }, open(5 * day)],
  [
    'acceptance-time',
    'an emergency waits round the clock',
    { ...handoff, waiting: true, emergency: true },
    open(now),
  ],
  ['customer-gap', 'released to served', served, ended(3 * minute)],
  ['customer-gap', 'served before the sender let go', { ...served, releasedAt: 30 * minute }, ended(0)],
  ['customer-gap', 'in limbo now', { ...accepted, releasedAt: now - hour }, open(hour)],
  ['customer-gap', 'the sender has not let go', accepted, null],
  ['warm-share', 'warm', { ...served, mode: 'warm' }, true],
  ['warm-share', 'cold', served, false],
  ['warm-share', 'asked on behalf: the customer did not move', { ...served, mode: 'onBehalf' }, null],
  ['warm-share', 'reached nobody', expired, null],
  ['brief-completeness', 'complete', { ...served, briefComplete: true }, true],
  ['brief-completeness', 'something missing', served, false],
  ['repeat-yourself-rate', 'had to ask again', { ...served, askedAgain: true }, true],
  ['repeat-yourself-rate', 'served without', served, false],
  ['repeat-yourself-rate', 'not served', accepted, null],
  ['desk-ownership-time', 'a visit that is over', { ...served, ownedMs: hour }, ended(hour)],
  [
    'desk-ownership-time',
    'running',
    { ...served, ownedMs: hour, ownedSince: now - hour, owning: true },
    open(1.5 * hour),
  ],
  [
    'desk-ownership-time',
    "paused: the customer's turn",
    { ...served, ownedMs: hour, owning: true },
    open(hour),
  ],
  ['desk-ownership-time', 'nobody took it', expired, null],
  [
    'bounce-back-rate',
    'back within 24 business hours',
    { ...served, bounceDueAt: 3 * day, bounced: true },
    true,
  ],
  ['bounce-back-rate', 'stayed', { ...served, bounceDueAt: 3 * day }, false],
  ['bounce-back-rate', 'may still come back', { ...served, bounceDueAt: now + 1 }, null],
  ['bounce-back-rate', 'a planned return', { ...served, plannedReturn: true }, null],
  ['ping-pong', 'the third alternation', { ...served, pingPong: true }, true],
  ['ping-pong', 'any other handoff', served, false],
  ['mis-route-rate', 'declined as the wrong desk', { ...declined, declineReason: 'wrongDesk' }, true],
  ['mis-route-rate', 'served', served, false],
  ['mis-route-rate', "another system's log", logged, null],
  ['missed-by-receiver-rate', 'no capacity', { ...declined, declineReason: 'noCapacity' }, true],
  ['missed-by-receiver-rate', 'expired while open', { ...expired, expiredInHours: true }, true],
  ['missed-by-receiver-rate', 'expired while closed', expired, false],
  ['coverage-gap-rate', 'expired while closed', expired, true],
  ['coverage-gap-rate', 'expired while open', { ...expired, expiredInHours: true }, false],
  ['handoff-volume', 'any offer', expired, true],
  ['transfer-matrix', 'accepted', accepted, true],
  ['transfer-matrix', 'not accepted', expired, false],
  ['handoff-rate', 'handed over', { ...one, handoffs: 2 }, true],
  ['handoff-rate', 'never', one, false],
  ['handoffs-per-case', 'there and back', { ...one, handoffs: 2 }, 2],
  ['cases-opened', 'opened', { at: 0, type: 'opened' }, true],
  ['cases-opened', 'resolved', { at: 0, type: 'resolved' }, false],
  ['cases-resolved', 'resolved', { at: 0, type: 'resolved' }, true],
  ['cases-reopened', 'reopened', { at: 0, type: 'reopened' }, true],
  ['first-answer-time', 'answered', { ...resolved, firstAnswerAt: 10 * minute }, ended(10 * minute)],
  ['first-answer-time', 'open without an answer', stillOpen, open(now)],
  ['first-answer-time', 'resolved without an answer', resolved, open(2 * hour)],
  ['first-answer-time', 'a log knows no answers', { ...resolved, contactsKnown: false }, null],
  ['time-to-first-resolution', 'resolved', reopened, ended(2 * hour)],
  ['time-to-first-resolution', 'open', stillOpen, open(now)],
  [
    'time-to-final-resolution',
    'the last one, a week old',
    { ...reopened, lastResolvedAt: 3 * day },
    ended(3 * day),
  ],
  ['time-to-final-resolution', 'the window still runs', reopened, open(4 * day)],
  ['time-to-final-resolution', 'open again', { ...reopened, open: true }, open(now)],
  ['customer-wait', 'over', { ...resolved, ourTurnMs: hour }, ended(hour)],
  [
    'customer-wait',
    'our turn now',
    { ...stillOpen, ourTurnMs: hour, ourTurnSince: now - hour },
    open(1.5 * hour),
  ],
  ['customer-wait', "the customer's turn now", { ...stillOpen, ourTurnMs: hour }, open(hour)],
  ['effort-index', 'every part at its median', { ...told, contacts: 1, ourTurnMs: 59 * minute }, 1],
  [
    'effort-index',
    'contacts 4/2, handoffs 2/1, waiting 120/60, the others 1/1: the mean of five',
    { ...told, contacts: 3, handoffs: 1, ourTurnMs: 119 * minute },
    (2 + 2 + 1 + 1 + 2) / 5,
  ],
  ['effort-index', 'a log knows no contacts', { ...resolved, contactsKnown: false }, null],
  ['resolved-in-target', 'in time', resolved, true],
  ['resolved-in-target', 'late', { ...resolved, firstResolvedAt: 9 * hour }, false],
  ['resolved-in-target', 'overdue and open', stillOpen, false],
  ['resolved-in-target', 'open and not due', { ...stillOpen, targetAt: now }, null],
  ['reopen-rate', 'within seven days', reopened, true],
  ['reopen-rate', 'later', { ...resolved, reopenedAt: 9 * day }, false],
  ['reopen-rate', 'stood for seven days', resolved, false],
  ['reopen-rate', 'the window still runs', { ...resolved, firstResolvedAt: 4 * day }, null],
  ['one-contact-resolution', 'one contact', resolved, true],
  ['one-contact-resolution', 'a warm handoff inside it still counts', { ...resolved, handoffs: 1 }, true],
  ['one-contact-resolution', 'came back with the same', { ...resolved, repeated: true }, false],
  ['one-contact-resolution', 'reopened', reopened, false],
  ['one-contact-resolution', 'two contacts', { ...resolved, oneContact: false }, false],
  ['first-desk-resolution', 'no handoff', resolved, true],
  ['first-desk-resolution', 'a handoff', { ...resolved, handoffs: 1 }, false],
  ['resolved-in-own-authority', 'alone', emergency, true],
  ['resolved-in-own-authority', 'waited for an approval', { ...emergency, approvalAwaited: true }, false],
  ['resolved-in-own-authority', 'no emergency', resolved, null],
  ['time-to-containment', 'contained', { ...emergency, containedAt: 4 * minute }, ended(4 * minute)],
  ['time-to-containment', 'not yet', { ...stillOpen, emergency: true }, open(now)],
  ['time-to-containment', 'no emergency', resolved, null],
  ['promise-kept-rate', 'kept', { dueAt: day, state: 'kept' }, true],
  ['promise-kept-rate', 'broken', { dueAt: day, state: 'broken' }, false],
  ['promise-kept-rate', 'overdue', { dueAt: day, state: 'open' }, false],
  ['promise-kept-rate', 'due later', { dueAt: now, state: 'open' }, null],
  ['promise-kept-rate', 'moved before it was due and told', { dueAt: day, state: 'renegotiated' }, null],
]

describe('what each metric makes of a row, by hand', () => {
  test.each(table)('%s: %s', (key, _, row, expected) => {
    expect(judge(key, row)).toEqual(expected)
  })

  test('every metric that judges rows stands in the table', () => {
    const judging = careMetricKeys.filter((key) => careMetrics[key].measure.kind !== 'live')
    expect([...new Set(table.map(([key]) => key))].toSorted()).toEqual(judging.toSorted())
  })
})
