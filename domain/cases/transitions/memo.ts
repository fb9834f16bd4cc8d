import { refuse, refuseInput, toldInstant } from '../case-refusal.ts'
import { type CaseState, type MemoState, waitingMemoOf } from '../case-state.ts'
import type { Transition } from '../case-transitions.ts'
import { ourTurn, requireOpen } from './customer-contact.ts'

/** Asks a manager to solve this customer's problem. The case shows that it waits for the manager, and since when. */
export const sendMemo: Transition<'memo.sent'> = {
  judge: (state, { at, payload }) => {
    requireOpen(state)
    if (payload.dueAt <= at) refuseInput('dueAt', 'answerByPast')
    if (waitingMemoOf(state)) refuse('memoWaits')
  },
  fold: (state, { at, payload }) => {
    const { memoId: id, to, dueAt } = payload
    if (state.status !== 'open' || waitingMemoOf(state) || state.memos.some((one) => one.id === id))
      return state
    const memo: MemoState = { id, asks: id, sentAt: at, dueAt, to, state: 'sent', decidedAt: null }
    return {
      ...state,
      ...{ turn: 'manager', turnSince: at, turnReason: null, turnUntil: dueAt },
      memos: [...state.memos, memo],
    }
  },
}

/**
 * The manager grants, returns or refers. Referring asks the next manager by a memo of its own; everything else is our turn again. A
 * referral from before such memos had an id goes on as the same memo.
 */
export const decideMemo: Transition<'memo.decided'> = {
  judge: (state, { at, payload }) => {
    requireSent(state, payload.memoId)
    if (payload.decision !== 'referred') return
    const { referTo, dueAt, nextMemoId } = payload
    if (referTo === null || dueAt === null || dueAt <= at || nextMemoId === null)
      refuseInput('referTo', 'referIncomplete')
  },
  fold: (state, { at, payload }) => {
    const memo = sentMemo(state, payload.memoId)
    if (!memo) return state
    if (payload.decision !== 'referred')
      return ourTurn(replace(state, { ...memo, state: payload.decision, decidedAt: at }), at)
    const { nextMemoId } = payload
    const asked = { to: payload.referTo ?? memo.to, dueAt: payload.dueAt ?? memo.dueAt }
    if (nextMemoId === null || state.memos.some(({ id }) => id === nextMemoId))
      return { ...replace(state, { ...memo, ...asked }), turnUntil: asked.dueAt }
    const referred = replace(state, { ...memo, state: 'referred', decidedAt: at })
    const next: MemoState = { ...memo, ...asked, id: nextMemoId, sentAt: at }
    return { ...referred, turnUntil: next.dueAt, memos: [...referred.memos, next] }
  },
}

/** Silence past the due time: the next manager is asked. */
export const escalateMemo: Transition<'memo.escalated'> = {
  judge: (state, { at, payload }) => {
    const memo = requireSent(state, payload.memoId)
    if (at < memo.dueAt) refuse('memoStillOpen', { dueAt: toldInstant(memo.dueAt) })
  },
  fold: (state, { payload }) => {
    const memo = sentMemo(state, payload.memoId)
    if (!memo) return state
    return { ...replace(state, { ...memo, to: payload.to, dueAt: payload.dueAt }), turnUntil: payload.dueAt }
  },
}

function sentMemo(state: CaseState, id: string): MemoState | undefined {
  return state.memos.find((one) => one.id === id && one.state === 'sent')
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
