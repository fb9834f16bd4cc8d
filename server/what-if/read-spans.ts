import { type ClientBase } from 'pg'
import { type LoadedChunk } from '../../domain/what-if/tally.ts'
import { type DayHead } from './read-days.ts'
import { type Reading, readTails } from './read-tails.ts'

const spansATime = 4

/** The days of a window that one span answers for, and its strongest readings. */
export interface ReadSpan {
  readonly span: number
  readonly days: ReadonlySet<number>
  readonly part: LoadedChunk
}

/**
 * Reads the spans that hold days as they are now, but only where their strongest readings are enough; the days that are in none of
 * them have to be read by themselves. The client's transaction must be the one in which the heads were listed.
 */
export async function* readSpans(
  client: ClientBase,
  heads: readonly DayHead[],
  reading: Reading,
): AsyncGenerator<ReadSpan> {
  const daysOf = new Map<number, Set<number>>()
  const revisions = new Map<number, string>()
  for (const { day, span } of heads) {
    if (span === null) continue
    revisions.set(span.span, span.revision)
    daysOf.set(span.span, (daysOf.get(span.span) ?? new Set()).add(day))
  }
  const all = [...revisions]
  const read = (at: number) =>
    readTails(client, 'what_if_spans', new Map(all.slice(at, at + spansATime)), 'strong', reading)
  let next = read(0)
  try {
    for (let at = 0; at < all.length; at += spansATime) {
      const tails = await next
      // The database sends the next ones while these are counted.
      next = read(at + spansATime)
      for (const [span, tail] of tails) {
        if (reading.needsRest(tail.places, tail.strongFrom)) continue
        yield { span, days: daysOf.get(span)!, part: tail.parts.strong! }
      }
    }
  } finally {
    // Whoever stops listening leaves no query under way.
    await Promise.allSettled([next])
  }
}
