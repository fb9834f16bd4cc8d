import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyProposalEvent, foldProposal } from '../../../domain/proposals/apply-proposal-event.ts'
import { answerDueAt } from '../../../domain/proposals/answer-due.ts'
import { type ProposalEvent } from '../../../domain/proposals/proposal-event.ts'
import { proposalSight } from '../../../domain/proposals/proposal-sight.ts'
import {
  draftState,
  isAwaitingAnswer,
  isFinalAndUnanswered,
  proposalStatuses,
} from '../../../domain/proposals/proposal-state.ts'
import { oneCalendar } from '../../../domain/time/calendar-versions.ts'

const into = '00000000-0000-4000-8000-000000000001'
const reason = 'A reason in own words, long enough.'
const decision = (outcome: 'accepted' | 'declined', decidedBy: string, whatWouldChange: string | null) =>
  ({
    type: 'decision.delivered',
    payload: { outcome, reason, whatWouldChange, decidedBy, readBy: null },
  }) as const

type Step = { readonly type: string; readonly payload: object; readonly by?: string }
const at = (steps: readonly Step[]) =>
  steps.map((step, i) => ({ by: 'marta', ...step, at: i + 1 }) as unknown as ProposalEvent)

const submitted: Step = {
  ...{ type: 'proposal.submitted', by: 'eva' },
  payload: { anonymous: false, answerer: 'marta', dueAt: 100 },
}
const reviewed: Step = { type: 'review.started', payload: {} }
const appeal: Step = {
  ...{ type: 'appeal.made', by: 'eva' },
  payload: { reason: 'You overlooked it.', answerer: 'piotr', dueAt: 100 },
}
const run = (...steps: Step[]) => foldProposal(draftState('eva', 0), at(steps))

describe('refused, whoever asks', () => {
  test.each<[string, Step[]]>([
    ['deciding the own proposal', [submitted, reviewed, decision('accepted', 'eva', null)]],
    ['answering the own proposal', [{ ...submitted, payload: { ...submitted.payload, answerer: 'eva' } }]],
    ['declining without what would change it', [submitted, reviewed, decision('declined', 'marta', '')]],
    [
      'an appeal that whoever decided first lets go on in another one',
      [
        ...[submitted, reviewed, decision('declined', 'marta', 'Figures.'), appeal],
        { type: 'proposal.merged', payload: { into, reason, decidedBy: 'marta' } },
      ],
    ],
    [
      'an appeal that whoever decided first decides after a merge was undone',
      [
        ...[submitted, reviewed, decision('declined', 'marta', 'Figures.'), appeal],
        { type: 'proposal.merged', payload: { into, reason, decidedBy: 'olga' } },
        { type: 'merge.undone', payload: { reason: '', answerer: 'piotr', dueAt: 100 } },
        decision('declined', 'marta', 'More.'),
      ],
    ],
    ['deciding what nobody submitted', [decision('accepted', 'marta', null)]],
    ['an appeal of what was accepted', [submitted, reviewed, decision('accepted', 'marta', null), appeal]],
    [
      'an appeal that whoever decided hears',
      [submitted, reviewed, decision('declined', 'piotr', 'Figures.'), appeal],
    ],
    [
      'an appeal that whoever decided first decides',
      [
        submitted,
        reviewed,
        decision('declined', 'marta', 'Figures.'),
        appeal,
        decision('declined', 'marta', 'More.'),
      ],
    ],
    [
      'a second appeal',
      [
        ...[submitted, reviewed, decision('declined', 'marta', 'Figures.'), appeal],
        ...[
          decision('declined', 'piotr', 'More.'),
          { ...appeal, payload: { ...appeal.payload, answerer: 'olga' } },
        ],
      ],
    ],
    [
      'work without a locked plan',
      [submitted, reviewed, decision('accepted', 'marta', null), { type: 'work.started', payload: {} }],
    ],
    [
      'withdrawing what was decided',
      [
        submitted,
        reviewed,
        decision('accepted', 'marta', null),
        { type: 'proposal.withdrawn', payload: { reason: '' }, by: 'eva' },
      ],
    ],
  ])('%s', (_what, steps) => {
    expect(() => run(...steps)).toThrow(expect.objectContaining({ name: 'AppError' }))
  })
})

test('merging answers the author, and undone it is owed an answer again', () => {
  const merged: Step = { type: 'proposal.merged', payload: { into, reason, decidedBy: 'marta' } }
  expect(run(submitted, merged)).toMatchObject({ status: 'merged', owed: null, mergedInto: into })
  const undone: Step = {
    type: 'merge.undone',
    payload: { reason: 'Another matter.', answerer: 'piotr', dueAt: 100 },
  }
  expect(run(submitted, merged, undone)).toMatchObject({
    ...{ status: 'inReview', mergedInto: null },
    owed: { answerer: 'piotr', dueAt: 100 },
  })
})

const anyStep = fc.oneof(
  fc.constant(submitted),
  fc.constant(reviewed),
  fc.constant(appeal),
  fc.constantFrom<Step>(
    ...[decision('accepted', 'marta', null), decision('declined', 'marta', 'Figures.')],
    ...[decision('declined', 'piotr', null), decision('accepted', 'piotr', null)],
    { type: 'answerer.changed', payload: { to: 'piotr', reason: 'Knows more' } },
    { type: 'answer.given', payload: { text: 'We look at it.', nextDueAt: 90 } },
    { type: 'answer.reminded', payload: {} },
    { type: 'proposal.merged', payload: { into, reason, decidedBy: 'piotr' } },
    { type: 'merge.undone', payload: { reason: 'Another', answerer: 'piotr', dueAt: 90 } },
    { type: 'plan.locked', payload: { planId: into } },
    { type: 'work.started', payload: {} },
    { type: 'work.finished', payload: {} },
    { type: 'work.stopped', payload: { reason, whatWouldChange: 'Money', decidedBy: 'marta' } },
    { type: 'effect.known', payload: { verdict: 'noSignal' } },
    { type: 'proposal.withdrawn', payload: { reason: '' }, by: 'eva' },
  ),
)

test('law: whatever happens in whatever order, none is final and unanswered, and what waits is owed by somebody else than its author', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      let state = draftState('eva', 0)
      for (const event of at(steps)) {
        try {
          state = applyProposalEvent(state, event)
        } catch (cause) {
          expect(cause).toMatchObject({ name: 'AppError' })
        }
        expect(isFinalAndUnanswered(state)).toBe(false)
        expect(state.owed !== null).toBe(isAwaitingAnswer(state.status))
        expect(state.owed?.answerer).not.toBe('eva')
      }
    }),
    { numRuns: 3_000 },
  )
})

test.each(proposalStatuses)(
  '%s: a colleague never sees originals, and no name while an answer is owed',
  (status) => {
    const sight = proposalSight(
      { author: 'eva', anonymous: false, status, isCovered: isAwaitingAnswer(status) },
      'igor',
    )
    if (status === 'draft') expect(sight).toBeNull()
    else expect(sight).toEqual({ originals: false, names: !isAwaitingAnswer(status) })
    if (status !== 'draft')
      expect(proposalSight({ author: 'eva', anonymous: true, status, isCovered: false }, 'igor')).toEqual({
        originals: false,
        names: false,
      })
  },
)

describe('five working days', () => {
  const hours = [{ opens: '09:00', closes: '17:00' }]
  const calendar = oneCalendar({
    zone: 'Europe/Warsaw',
    weekly: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
    holidays: [{ date: '2026-11-11', name: 'Independence' }],
    specialOpenings: [],
  })
  test.each([
    ['Monday evening, a week', '2026-06-08T19:00:00Z', '2026-06-15T15:00:00Z'],
    ['over a holiday and a weekend', '2026-11-09T08:00:00Z', '2026-11-17T16:00:00Z'],
    ['submitted on Saturday', '2026-06-06T08:00:00Z', '2026-06-12T15:00:00Z'],
    ['over the change of clocks', '2026-10-23T08:00:00Z', '2026-10-30T16:00:00Z'],
  ])('%s', (_what, from, due) => {
    expect(new Date(answerDueAt(calendar, 'Europe/Warsaw', Date.parse(from), 5)).toISOString()).toBe(
      due.replace('Z', '.000Z'),
    )
  })

  test('a desk that never opens counts calendar days', () => {
    const never = oneCalendar({ zone: 'UTC', weekly: {}, holidays: [], specialOpenings: [] })
    expect(answerDueAt(never, 'UTC', Date.UTC(2026, 5, 8, 8), 5)).toBe(Date.UTC(2026, 5, 14))
  })
})
