import type { AlertMove } from './alert-event.ts'
import { alertConflict, type AlertState, isBeingAsked } from './alert-state.ts'
import { answerAlert } from './answer-alert.ts'
import type { AskingPolicy } from './asking-policy.ts'

export const customerAnswers = ['right', 'notRight'] as const

/** What the customer tapped: "Yes, that is right" or "No, it is not". */
export type CustomerAnswer = (typeof customerAnswers)[number]

/** Whether the question can still be answered through a link: also by somebody whom nobody could reach. */
export function takesCustomerAnswer(state: Pick<AlertState, 'status'>): boolean {
  return isBeingAsked(state) || state.status === 'unreachable'
}

/**
 * What a customer's own tap makes of the question. "Right" is the outcome intended. "Not right" at a till is a mistake, which the
 * assistant corrects on the spot. Anywhere else one tap cannot tell a slip from a fraud: the alert stays for a person to find
 * out, as contacted in the hands of whoever has it, else back in the queue with the customer reached. Throws `conflict` when the
 * question is closed. `at`: epoch milliseconds.
 */
export function answerByCustomer(
  state: AlertState,
  answer: CustomerAnswer,
  how: {
    /** The transaction's. */
    readonly channel: string
    readonly at: number
    readonly policy: Pick<AskingPolicy, 'attempts' | 'attemptHours'>
  },
): AlertMove {
  if (!takesCustomerAnswer(state)) throw alertConflict(state, 'This question is not open any more.')
  const { at, policy } = how
  const atTill = how.channel === 'pos'
  if (answer === 'right' || atTill) {
    const outcome = answer === 'right' ? 'intended' : 'mistake'
    const channel = atTill ? 'till' : 'link'
    const said = { outcome, channel, by: null, note: null, remedies: {} } as const
    return answerAlert(state, said, { source: 'customer', personId: null, at, policy })
  }
  return {
    state: {
      ...state,
      status: state.claimedBy === null ? 'open' : 'contacted',
      ...{ outcome: null, outcomeSource: null, outcomeAt: null },
      changed: state.changed || state.outcome !== null,
      reachedAt: state.reachedAt ?? at,
      retryAt: null,
    },
    event: { type: 'customer.answered', payload: { answer } },
  }
}
