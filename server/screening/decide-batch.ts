import { type Decided, type DecisionRequest } from './decision.ts'
import { decide } from './decide.ts'

/** How many lines of one sender may wait together: enough to fill batches, few enough that others are served in between. */
const inFlightAtMost = 256

/**
 * Decides a stream in its order and gives the answers in its order: a refused item comes out as its error and the rest goes on. Takes
 * the next item only as fast as answers are taken.
 */
export async function* decideBatch<Bad>(
  requests: AsyncIterable<DecisionRequest | { readonly bad: Bad }>,
): AsyncGenerator<Decided | { readonly bad: Bad } | { readonly error: unknown }> {
  const waiting: Promise<Decided | { readonly bad: Bad } | { readonly error: unknown }>[] = []
  for await (const request of requests) {
    waiting.push(
      'bad' in request ? Promise.resolve(request) : decide(request).catch((error: unknown) => ({ error })),
    )
    if (waiting.length >= inFlightAtMost) yield await waiting.shift()!
  }
  for (const answer of waiting) yield await answer
}
