import { AppError } from '../errors/app-error.ts'
import type { AlertMove } from './alert-event.ts'
import {
  alertConflict,
  type AlertOutcome,
  type AlertState,
  isBeingAsked,
  type OutcomeSource,
} from './alert-state.ts'
import type { AskingPolicy } from './asking-policy.ts'
import { inOtherHands, requireBeingAsked } from './claim-alert.ts'
import { checkRemedies, type Remedies } from './remedies.ts'
import { attemptsOwed, requireEnoughAttempts } from './unreachable-policy.ts'

export interface Answer {
  readonly outcome: AlertOutcome
  /** How the customer was reached. */
  readonly channel: string
  /** Who asked, in the sender's words; null when it does not say. */
  readonly by: string | null
  readonly note: string | null
  readonly remedies: Remedies
}

/** Who answers. A person's word needs the alert in hand or free; a machine's and the customer's own count wherever it lies. */
export interface Answering {
  readonly source: OutcomeSource
  readonly personId: string | null
  readonly at: number
  readonly policy: Pick<AskingPolicy, 'attempts' | 'attemptHours'>
}

/**
 * Records what came of the question. Who could not be reached, or was asked too late, may still answer; then both outcomes stay
 * in the history. Throws `conflict` with the current state when there is an answer already or a colleague has it,
 * `unprocessable` when somebody was not tried often enough to be unreachable, `invalidInput` for absurd remedies.
 */
export function answerAlert(state: AlertState, answer: Answer, who: Answering): AlertMove {
  const late =
    state.status === 'expired' || (state.status === 'unreachable' && answer.outcome !== 'unreachable')
  if (!late) requireBeingAsked(state)
  if (who.source === 'person') {
    if (state.claimedBy !== null && state.claimedBy !== who.personId) throw inOtherHands(state)
    if (answer.outcome === 'unreachable') requireEnoughAttempts(attemptsOwed(state, who.policy, who.at))
  }
  checkRemedies(answer.remedies, answer.outcome, state.amountMinor)
  return {
    state: { ...answered(state, answer.outcome, who), changed: state.changed || state.outcome !== null },
    event: { type: 'alert.confirmed', payload: { ...answer } },
  }
}

export interface Correction {
  readonly outcome: AlertOutcome
  readonly reason: string
  readonly remedies: Remedies
}

/**
 * Puts another outcome, or other remedies, in the place of a recorded one. The history keeps both, the latest counts, and the
 * alert counts as changed when the outcome differs. Throws `conflict` when there is no outcome to correct, and as `answerAlert` does.
 */
export function correctAlert(state: AlertState, correction: Correction, who: Answering): AlertMove {
  const { outcome: previous, outcomeSource: previousSource, outcomeAt: previousAt } = state
  if (previous === null || isBeingAsked(state))
    throw alertConflict(state, 'There is no outcome to correct yet. Record the answer.')
  if (correction.reason.trim() === '') {
    const message = 'Say why the outcome changes.'
    throw new AppError('invalidInput', {
      userMessage: message,
      problems: [{ path: 'reason', code: 'empty', message }],
    })
  }
  if (correction.outcome === 'unreachable' && previous !== 'unreachable')
    requireEnoughAttempts(attemptsOwed(state, who.policy, who.at))
  checkRemedies(correction.remedies, correction.outcome, state.amountMinor)
  return {
    state: {
      ...answered(state, correction.outcome, who),
      // When the customer answered does not move because somebody mended the record.
      outcomeAt: previousAt ?? who.at,
      changed: state.changed || correction.outcome !== previous,
    },
    event: { type: 'alert.corrected', payload: { ...correction, previous, previousSource, previousAt } },
  }
}

function answered(state: AlertState, outcome: AlertOutcome, { source, at }: Answering): AlertState {
  return {
    ...state,
    status: outcome === 'unreachable' ? 'unreachable' : 'confirmed',
    outcome,
    outcomeSource: source,
    outcomeAt: at,
    reachedAt: outcome === 'unreachable' ? state.reachedAt : (state.reachedAt ?? at),
    claimedBy: null,
    claimedAt: null,
    retryAt: null,
  }
}
