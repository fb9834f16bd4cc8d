import { type ProposalEvent } from '../../../domain/proposals/proposal-event.ts'

/** One line of a proposal's history as everybody who reaches it may read it. */
export interface ToldEvent {
  readonly type: ProposalEvent['type']
  readonly at: number
  readonly byAuthor: boolean
  /** null: the product itself, the author, or somebody who left */
  readonly name: string | null
  readonly text: string | null
}

/** The timeline without a name of the author: their moves are told as the author's. Texts are redacted ones. */
export function describeEvents(
  events: readonly ProposalEvent[],
  author: string,
  names: ReadonlyMap<string, string>,
): ToldEvent[] {
  return events
    .filter(({ type }) => type !== 'answer.reminded')
    .map((event) => ({
      ...{ type: event.type, at: event.at, byAuthor: event.by === author, text: textOf(event) },
      name: event.by === null || event.by === author ? null : (names.get(event.by) ?? null),
    }))
}

function textOf(event: ProposalEvent): string | null {
  const { payload } = event
  if ('reason' in payload) return payload.reason === '' ? null : payload.reason
  if ('text' in payload) return payload.text
  return null
}
