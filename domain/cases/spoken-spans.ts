import { organisationTurns } from './case-state.ts'

/** A stretch of a case, epoch ms; `to` null: it still runs. */
export interface Span {
  readonly from: number
  readonly to: number | null
}

/** What of a case tells which stretch a figure speaks of; epoch ms. */
export interface SpokenCase {
  readonly openedAt: number
  readonly firstAnswerAt: number | null
  readonly firstResolvedAt: number | null
  readonly lastResolvedAt: number | null
  readonly containedAt: number | null
  readonly lastContactAt: number | null
  readonly isOpen: boolean
  readonly events: readonly { readonly type: string; readonly at: number }[]
  readonly segments: readonly { readonly from: number; readonly to: number | null; readonly turn: string }[]
  /** In their order. */
  readonly handoffs: readonly SpokenHandoff[]
  readonly promises: readonly { readonly madeAt: number; readonly dueAt: number }[]
  readonly memos: readonly { readonly sentAt: number; readonly decidedAt: number | null }[]
}

interface SpokenHandoff {
  readonly offeredAt: number
  readonly acceptedAt: number | null
  readonly releasedAt: number | null
  readonly servedAt: number | null
  readonly endedAt: number | null
}

type SpansOf = (spoken: SpokenCase, at: number) => readonly Span[]

/**
 * Which stretches of a case a figure can speak of, one line each: a row of the figure is known by the case and by the instant that
 * it counts at (of a handoff its offer, of a promise when it was due).
 */
const spans = {
  handoff: ofHandoff(({ offeredAt, endedAt, servedAt }) => ({ from: offeredAt, to: endedAt ?? servedAt })),
  acceptance: ofHandoff(({ offeredAt, acceptedAt, endedAt }) => ({
    from: offeredAt,
    to: acceptedAt ?? endedAt,
  })),
  limbo: ofHandoff(({ offeredAt, releasedAt, servedAt, endedAt }) => ({
    from: releasedAt ?? offeredAt,
    to: servedAt ?? endedAt,
  })),
  visit: ofHandoff(({ offeredAt, acceptedAt }, spoken) => ({
    from: acceptedAt ?? offeredAt,
    to: endOfVisit(spoken, acceptedAt ?? offeredAt),
  })),
  resolution: ({ openedAt, firstResolvedAt }) => [{ from: openedAt, to: firstResolvedAt }],
  finalResolution: ({ openedAt, lastResolvedAt, isOpen }) => [
    { from: openedAt, to: isOpen ? null : lastResolvedAt },
  ],
  firstAnswer: ({ openedAt, firstAnswerAt, firstResolvedAt }) => [
    { from: openedAt, to: firstAnswerAt ?? firstResolvedAt },
  ],
  containment: ({ openedAt, containedAt, firstResolvedAt }) => [
    { from: openedAt, to: containedAt ?? firstResolvedAt },
  ],
  ourTurn: ({ segments }) => segments.filter(isOwed).map(({ from, to }) => ({ from, to })),
  reopening: ({ firstResolvedAt, events }) => {
    const reopened = events.find(({ type }) => type === 'case.reopened')?.at
    return firstResolvedAt === null || reopened === undefined ? [] : [{ from: firstResolvedAt, to: reopened }]
  },
  silence: ({ openedAt, lastContactAt }) => [{ from: lastContactAt ?? openedAt, to: null }],
  moment: (_, at) => [{ from: at, to: at }],
  promise: ({ promises }, at) =>
    promises.filter(({ dueAt }) => dueAt === at).map(({ madeAt, dueAt }) => ({ from: madeAt, to: dueAt })),
  owedPromise: ({ segments }) =>
    segments.filter((one) => one.to === null && isOwed(one)).map(({ from, to }) => ({ from, to })),
  memo: ({ memos }, at) =>
    memos
      .filter(({ sentAt }) => sentAt === at)
      .map(({ sentAt, decidedAt }) => ({ from: sentAt, to: decidedAt })),
} as const satisfies Record<string, SpansOf>

export type SpokenOf = keyof typeof spans

/** The stretches of a case that a figure speaks of, ascending; empty when the case has none (any more). */
export function spokenSpans(of: SpokenOf, at: number, spoken: SpokenCase): readonly Span[] {
  const found: SpansOf = spans[of]
  return found(spoken, at)
}

/** Whether something that happened at an instant belongs to one of the stretches, their ends included. */
export function isSpokenOf(spoken: readonly Span[], at: number): boolean {
  return spoken.some(({ from, to }) => at >= from && (to === null || at <= to))
}

/** Whether a stretch of responsibility shares time with one of the stretches. */
export function overlapsSpoken(spoken: readonly Span[], { from, to }: Span): boolean {
  return spoken.some((span) => (span.to === null || from < span.to) && (to === null || to > span.from))
}

function isOwed({ turn }: SpokenCase['segments'][number]): boolean {
  return organisationTurns.includes(turn)
}

function ofHandoff(spanOf: (handoff: SpokenHandoff, spoken: SpokenCase) => Span): SpansOf {
  return (spoken, at) =>
    spoken.handoffs
      .filter(({ offeredAt }) => offeredAt === at)
      .slice(0, 1)
      .map((handoff) => spanOf(handoff, spoken))
}

/** A desk's visit ends when the next desk accepts, or when the case is resolved. */
function endOfVisit({ handoffs, events }: SpokenCase, from: number): number | null {
  const ends = [
    ...handoffs.map(({ acceptedAt }) => acceptedAt),
    ...events.filter(({ type }) => type === 'case.resolved').map(({ at }) => at),
  ].filter((at): at is number => at !== null && at > from)
  return ends.length === 0 ? null : Math.min(...ends)
}
