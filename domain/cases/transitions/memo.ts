import { refuse, refuseInput } from '../case-refusal.ts'
import { type CaseState, type MemoState, waitingMemoOf } from '../case-state.ts'
import type { Transition } from '../case-transitions.ts'
import { ourTurn } from './customer-contact.ts'

/** Asks a manager to solve this customer's problem. The case shows that it waits for the manager, and since when. */
export const sendMemo: Transition<'memo.sent'> = (state, { at, payload }) => {
  if (state.status !== 'open') refuse('resolvedCase', { status: state.status })
  if (payload.dueAt <= at) refuseInput('dueAt', 'answerByPast')
  if (waitingMemoOf(state)) refuse('memoWaits')
  const memo: MemoState = {
    id: payload.memoId,
    sentAt: at,
    dueAt: payload.dueAt,
    to: payload.to,
    state: 'sent',
    decidedAt: null,
  }
  return {
    ...state,
    turn: 'manager',
    turnSince: at,
    turnReason: null,
    turnUntil: payload.dueAt,
    memos: [...state.memos, memo],
  }
}

/** The manager grants, returns or refers. Referring asks the next manager by a memo of its own; everything else is our turn again. */
export const decideMemo: Transition<'memo.decided'> = (state, { at, payload }) => {
  const memo = requireSent(state, payload.memoId)
  if (payload.decision === 'referred') {
    const { referTo, dueAt, nextMemoId } = payload
    if (referTo === null || dueAt === null || dueAt <= at || nextMemoId === null) {
      refuseInput('referTo', 'referIncomplete')
    }
    const decided = replace(state, { ...memo, state: 'referred', decidedAt: at })
    const next: MemoState = { ...memo, id: nextMemoId, to: referTo, sentAt: at, dueAt }
    return { ...decided, turnUntil: dueAt, memos: [...decided.memos, next] }
  }
  return ourTurn(replace(state, { ...memo, state: payload.decision, decidedAt: at }), at)
}

/** Silence past the due time: the next manager is asked. */
export const escalateMemo: Transition<'memo.escalated'> = (state, { at, payload }) => {
  const memo = requireSent(state, payload.memoId)
  if (at < memo.dueAt) refuse('memoStillOpen', { dueAt: memo.dueAt })
  return { ...replace(state, { ...memo, to: payload.to, dueAt: payload.dueAt }), turnUntil: payload.dueAt }
}

function requireSent(state: CaseState, id: string): MemoState {
  const memo = state.memos.find((one) => one.id === id)
  if (!memo) refuse('noSuchMemo', { memoId: id })
  if (memo.state !== 'sent') refuse('memoDecided', { memoId: id, state: memo.state })
  return memo
}

function replace(state: CaseState, changed: MemoState): CaseState {
  return { ...state, memos: state.memos.map((one) => (one.id === changed.id ? changed : one)) }
}
