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

export const outcomeSources = ['person', 'customer', 'system', 'inferred'] as const

/** Who gave the answer: staff after a conversation, the customer alone, a machine such as a till, or what history shows. */
export type OutcomeSource = (typeof outcomeSources)[number]

/** What an alert's moves are decided on. Instants are epoch milliseconds, null until they happen. */
export interface AlertState {
  readonly status: AlertStatus
  readonly outcome: AlertOutcome | null
  readonly outcomeSource: OutcomeSource | null
  readonly outcomeAt: number | null
  /** An outcome took the place of another one. */
  readonly changed: boolean
  /** Person's id; null: nobody has it. */
  readonly claimedBy: string | null
  readonly claimedAt: number | null
  readonly attempts: number
  readonly firstAttemptAt: number | null
  readonly lastAttemptAt: number | null
  /** First two-way contact. */
  readonly reachedAt: number | null
  /** Nobody is offered it before. */
  readonly retryAt: number | null
  readonly dueAt: number | null
  readonly overdueAt: number | null
  readonly raisedAt: number
  /** Minor units of the alert's currency. */
  readonly amountMinor: number
}

const beingAsked: Readonly<Record<AlertStatus, boolean>> = {
  open: true,
  claimed: true,
  contacted: true,
  confirmed: false,
  unreachable: false,
  expired: false,
  withdrawn: false,
}

/** Whether somebody still has to ask. */
export function isBeingAsked({ status }: Pick<AlertState, 'status'>): boolean {
  return beingAsked[status]
}

/** What somebody needs to see who acted on an older state: in the `details` of a `conflict`. */
export function alertConflict(state: AlertState, userMessage: string): AppError {
  const { status, outcome, outcomeSource, claimedBy } = state
  return new AppError('conflict', {
    userMessage,
    details: { current: { status, outcome, outcomeSource, claimedBy } },
  })
}
