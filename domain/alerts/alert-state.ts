import { AppError } from '../errors/app-error.ts'

export const alertStatuses = [
  'open',
  'claimed',
  'contacted',
  'confirmed',
  'unreachable',
  'expired',
  'withdrawn',
] as const

/** Where an alert stands between the question and the customer's answer. */
export type AlertStatus = (typeof alertStatuses)[number]

export const alertOutcomes = ['intended', 'mistake', 'fraud', 'unreachable'] as const

/** What the customer said, or that nobody could ask. */
export type AlertOutcome = (typeof alertOutcomes)[number]

/** Whether an outcome may still be given; who could not be reached may answer later. */
const awaitsOutcome: Readonly<Record<AlertStatus, boolean>> = {
  open: true,
  claimed: true,
  contacted: true,
  unreachable: true,
  expired: true,
  confirmed: false,
  withdrawn: false,
}

/**
 * The status after an outcome. Throws `conflict`, with the current state in `details`, when the alert has its answer already or was
 * withdrawn.
 */
export function confirmedStatus(
  current: { readonly status: AlertStatus; readonly outcome: AlertOutcome | null },
  outcome: AlertOutcome,
): AlertStatus {
  if (awaitsOutcome[current.status]) return outcome === 'unreachable' ? 'unreachable' : 'confirmed'
  throw new AppError('conflict', {
    userMessage:
      current.status === 'withdrawn'
        ? 'This alert was withdrawn: the transaction was corrected and the question no longer holds.'
        : 'This alert has its answer already. Read it before going on.',
    details: { current },
  })
}
