import type { Chunk, RowOfSpec } from './columns.ts'
import type { SelectedRows } from './selected-rows.ts'

/** What figures of handoffs read; a row counts at `offeredAt`. */
export const handoffColumns = {
  numbers: [
    'offeredAt',
    /** Until when the receiver has to accept. */
    'acceptBy',
    /** Offer to acceptance, or to its end, in the receiving desk's business time; null while it waits. */
    'waitMs',
    /** When the sender let go; null: not yet, or not known. */
    'releasedAt',
    /** When the customer began to be served, or the handoff ended without it; null while open. */
    'gapEndedAt',
    /** What the visit took the desk so far, in its business time without the customer's turn; null: nobody took it. */
    'ownedMs',
    /** Since when the desk works on it without a break; null: the visit is over, or it is the customer's turn. */
    'ownedSince',
    /** When 24 business hours of the receiver since acceptance are over; null where no bounce is possible. */
    'bounceDueAt',
  ],
  flags: [
    'emergency',
    /** The receiver took it. */
    'accepted',
    'acceptedInTime',
    /** Neither accepted nor ended. */
    'waiting',
    'served',
    /** Whether the source says anything about being served. */
    'servedKnown',
    'askedAgain',
    'plannedReturn',
    'briefComplete',
    /** The case changed desk by it. */
    'moved',
    /** Another handoff of the case came after it. */
    'hasNext',
    /** The case was back at the sender within 24 business hours. */
    'bounced',
    /** It is the third alternation of a ping-pong: each run has one. */
    'pingPong',
    'expiredInHours',
    /** The visit at the desk is not over. */
    'owning',
  ],
  words: [
    'desk',
    'fromDesk',
    'mode',
    'state',
    'declineReason',
    'kind',
    'channel',
    'priority',
    'segment',
    'source',
  ],
} as const

export type HandoffColumns = typeof handoffColumns
export type HandoffFact = RowOfSpec<HandoffColumns>
export type HandoffChunk = Chunk<HandoffColumns>
export type SelectedHandoffs = SelectedRows<HandoffColumns>
