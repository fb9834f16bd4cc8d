import { type Decided, type DecisionRequest } from './decision.ts'
import { decide } from './decide.ts'

/** How many lines of one sender may wait together: enough to fill batches, few enough that others are served in between. */
const inFlightAtMost = 256

export type BatchAnswer<Bad> =
  | { readonly kind: 'decided'; readonly decided: Decided }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'bad'; readonly bad: Bad }

/**
 * Decides a stream in its order and gives the answers in its order: a refused item comes out as its error and the rest goes on. Takes
 * the next item only as fast as answers are taken.
 */
export async function* decideBatch<Bad>(
  requests: AsyncIterable<DecisionRequest | { readonly bad: Bad }>,
): AsyncGenerator<BatchAnswer<Bad>> {
  const waiting: Promise<BatchAnswer<Bad>>[] = []
  for await (const request of requests) {
    waiting.push('bad' in request ? Promise.resolve({ kind: 'bad', bad: request.bad }) : answer(request))
    if (waiting.length >= inFlightAtMost) yield await waiting.shift()!
  }
  for (const one of waiting) yield await one
}

async function answer(request: DecisionRequest) {
  try {
    return { kind: 'decided', decided: await decide(request) } as const
  } catch (error) {
    return { kind: 'failed', error } as const
  }
}
