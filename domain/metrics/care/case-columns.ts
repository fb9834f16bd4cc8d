import type { Chunk, RowOfSpec } from './columns.ts'
import type { SelectedRows } from './selected-rows.ts'

/** What figures of cases read; a row counts at `openedAt`. Merged and excluded cases are no rows. */
export const caseColumns = {
  numbers: [
    'openedAt',
    'firstResolvedAt',
    'lastResolvedAt',
    /** The first time. */
    'reopenedAt',
    'targetAt',
    'firstAnswerAt',
    'containedAt',
    /** How long we owed the next action: ended stretches, business time. */
    'ourTurnMs',
    /** Since when we owe it; null when it is not our turn or the case is not open. */
    'ourTurnSince',
    'handoffs',
    'contacts',
    'channelSwitches',
    'timesAskedAgain',
    /** Desks that accepted an emergency before it was contained. */
    'desksBeforeContainment',
  ],
  flags: [
    'emergency',
    /** Resolved or open now. */
    'open',
    /** Whether the source says anything about contacts and answers. */
    'contactsKnown',
    /** The customer came back with the same kind of matter within 7 days of the first resolution. */
    'repeated',
    /** We and the customer were in touch at most once before the first resolution. */
    'oneContact',
    'everBreached',
    /** A supervisor was asked or a memo sent before the first resolution. */
    'approvalAwaited',
  ],
  words: ['desk', 'firstDesk', 'kind', 'channel', 'priority', 'segment', 'source'],
} as const

export type CaseColumns = typeof caseColumns
export type CaseFact = RowOfSpec<CaseColumns>
export type CaseChunk = Chunk<CaseColumns>
export type SelectedCases = SelectedRows<CaseColumns>

/** What happened to cases; a row counts at `at`. */
export const flowColumns = {
  numbers: ['at'],
  flags: ['emergency'],
  words: ['type', 'desk', 'kind', 'channel', 'priority', 'segment', 'source'],
} as const

export type FlowColumns = typeof flowColumns
export type FlowFact = RowOfSpec<FlowColumns>

/** Promises; a row counts at `dueAt`. */
export const promiseColumns = {
  numbers: ['dueAt'],
  flags: ['emergency'],
  words: ['state', 'desk', 'kind', 'channel', 'priority', 'segment', 'source'],
} as const

export type PromiseColumns = typeof promiseColumns
export type PromiseFact = RowOfSpec<PromiseColumns>
