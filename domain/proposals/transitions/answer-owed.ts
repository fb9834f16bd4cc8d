import { refuse, refuseInput } from '../proposal-refusal.ts'
import { type AnswerOwed, findDecision, type ProposalState } from '../proposal-state.ts'
import type { Transition } from '../proposal-transitions.ts'

/** Another person owes the answer now; the time by which it is due does not move. */
export const changeAnswerer: Transition<'answerer.changed'> = (state, { payload }) => {
  const owed = requireOwed(state)
  refuseAnswerer(state, payload.to)
  return { ...state, owed: { ...owed, answerer: payload.to, remindedAt: null } }
}

/** The answerer was told that the time is running out. Once for each answerer and due time. */
export const remindAnswerer: Transition<'answer.reminded'> = (state, { at }) => {
  const owed = requireOwed(state)
  if (owed.remindedAt !== null) refuse('The answerer was reminded already.', { remindedAt: owed.remindedAt })
  return { ...state, owed: { ...owed, remindedAt: at } }
}

/** The due time passed in silence: the next person up the chain owes the answer. */
export const escalateAnswer: Transition<'answer.escalated'> = (state, { at, payload }) => {
  const owed = requireOwed(state)
  if (at < owed.dueAt) refuse('This answer may still come in time.', { dueAt: owed.dueAt })
  if (payload.dueAt <= at) refuseInput('dueAt', 'The new time for an answer must lie in the future.')
  refuseAnswerer(state, payload.to)
  return {
    ...state,
    owed: {
      ...{ ...owed, answerer: payload.to, dueAt: payload.dueAt, remindedAt: null },
      passed: [...owed.passed, owed.answerer],
    },
  }
}

/** A first or further answer without a decision. The decision stays owed, by a time that the author was told. */
export const giveAnswer: Transition<'answer.given'> = (state, { at, by, payload }) => {
  const owed = requireOwed(state)
  if (payload.nextDueAt <= at)
    refuseInput('nextDueAt', 'Say by when the next answer comes: a time in the future.', 'pastTime')
  if (by === state.author) refuseInput('by', 'Authors cannot answer their own proposal.')
  const answer = {
    at,
    outcome: null,
    reason: payload.text,
    whatWouldChange: null,
    decidedBy: by ?? owed.answerer,
  }
  return {
    ...state,
    owed: { ...owed, dueAt: payload.nextDueAt, remindedAt: null },
    answers: [...state.answers, answer],
  }
}

/** The author asks somebody else to look again, once. */
export const makeAppeal: Transition<'appeal.made'> = (state, { at, by, payload }) => {
  if (state.status !== 'declined')
    refuse('Only a declined proposal can be appealed.', { status: state.status })
  if (state.appeal) refuse('This proposal was appealed already; one appeal is heard.')
  if (by !== state.author) refuseInput('by', 'Only the author can appeal.')
  if (payload.dueAt <= at) refuseInput('dueAt', 'The time for an answer must lie in the future.')
  refuseAnswerer(state, payload.answerer)
  if (payload.answerer === findDecision(state)?.decidedBy)
    refuseInput('answerer', 'An appeal goes to somebody else than who decided first.')
  return {
    ...state,
    status: 'appealed',
    appeal: { at, reason: payload.reason, answerer: payload.answerer },
    owed: newlyOwed(payload.answerer, payload.dueAt, at),
  }
}

export function newlyOwed(answerer: string, dueAt: number, at: number): AnswerOwed {
  return { answerer, since: at, dueAt, passed: [], remindedAt: null }
}

export function refuseAnswerer(state: ProposalState, answerer: string): void {
  if (answerer === state.author) refuseInput('answerer', 'Authors cannot answer their own proposal.')
}

function requireOwed(state: ProposalState): AnswerOwed {
  if (!state.owed) refuse('No answer is owed now.', { status: state.status })
  return state.owed
}
