import { refuse, refuseInput } from '../proposal-refusal.ts'
import { type DeliveredAnswer, findDecision, isAwaitingAnswer } from '../proposal-state.ts'
import type { Transition } from '../proposal-transitions.ts'
import { newlyOwed, refuseAnswerer } from './answer-owed.ts'

/** From now on the author is owed an answer. */
export const submitProposal: Transition<'proposal.submitted'> = (state, { at, by, payload }) => {
  if (state.status !== 'draft') refuse('This proposal was submitted already.', { status: state.status })
  if (by !== state.author) refuseInput('by', 'Only the author can submit a proposal.')
  if (payload.dueAt <= at) refuseInput('dueAt', 'The time for an answer must lie in the future.')
  refuseAnswerer(state, payload.answerer)
  return {
    ...{ ...state, status: 'submitted', submittedAt: at, anonymous: payload.anonymous },
    owed: newlyOwed(payload.answerer, payload.dueAt, at),
  }
}

/** Somebody looks at it. The author sees that; the answer stays owed by the same time. */
export const startReview: Transition<'review.started'> = (state) => {
  if (state.status !== 'submitted')
    refuse('Only a submitted proposal can come under review.', { status: state.status })
  return { ...state, status: 'inReview' }
}

/** The only way to accept or decline: the answer reaches the author in the same move. */
export const deliverDecision: Transition<'decision.delivered'> = (state, { at, payload }) => {
  const { outcome, reason, whatWouldChange, decidedBy } = payload
  if (state.status !== 'inReview' && state.status !== 'appealed')
    refuse('Only a proposal under review or appeal can be decided.', { status: state.status })
  if (decidedBy === state.author) refuseInput('decidedBy', 'Authors cannot decide their own proposal.')
  if (payload.readBy === state.author)
    refuseInput('readBy', 'The letter is read by somebody else than the author.')
  if (state.status === 'appealed' && decidedBy === findDecision(state)?.decidedBy)
    refuseInput('decidedBy', 'An appeal is decided by somebody else than who decided first.')
  if (outcome === 'declined' && (whatWouldChange ?? '') === '')
    refuseInput('whatWouldChange', 'Say what would change the decision.')
  const answer: DeliveredAnswer = { at, outcome, reason, whatWouldChange, decidedBy }
  return { ...state, status: outcome, owed: null, answers: [...state.answers, answer] }
}

/** It goes on inside another proposal; its author is told why and keeps the credit. */
export const mergeProposal: Transition<'proposal.merged'> = (state, { at, payload }) => {
  if (!isAwaitingAnswer(state.status))
    refuse('Only a proposal that waits for its answer can be merged.', { status: state.status })
  if (payload.decidedBy === state.author)
    refuseInput('decidedBy', 'Authors cannot decide their own proposal.')
  if (state.status === 'appealed' && payload.decidedBy === findDecision(state)?.decidedBy)
    refuseInput('decidedBy', 'An appeal is decided by somebody else than who decided first.')
  const answer: DeliveredAnswer = {
    ...{ at, outcome: 'merged', reason: payload.reason },
    ...{ whatWouldChange: null, decidedBy: payload.decidedBy },
  }
  return {
    ...{ ...state, status: 'merged', owed: null, mergedInto: payload.into },
    answers: [...state.answers, answer],
  }
}

/** It was another matter after all: it stands alone again, and its answer is owed again. */
export const undoMerge: Transition<'merge.undone'> = (state, { at, payload }) => {
  if (state.status !== 'merged') refuse('This proposal is not merged.', { status: state.status })
  if (payload.dueAt <= at) refuseInput('dueAt', 'The time for an answer must lie in the future.')
  refuseAnswerer(state, payload.answerer)
  return {
    ...{ ...state, status: state.appeal ? 'appealed' : 'inReview', mergedInto: null },
    owed: newlyOwed(payload.answerer, payload.dueAt, at),
  }
}

/** The author takes it back before it is decided; what was taken back is owed no answer. */
export const withdrawProposal: Transition<'proposal.withdrawn'> = (state, { by }) => {
  if (state.status !== 'draft' && !isAwaitingAnswer(state.status))
    refuse('A decided proposal cannot be withdrawn.', { status: state.status })
  if (by !== state.author) refuseInput('by', 'Only the author can withdraw a proposal.')
  return { ...state, status: 'withdrawn', owed: null }
}
