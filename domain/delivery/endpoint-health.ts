/** After so long without a single success an endpoint is switched off. */
export const failingAtMostMs = 5 * 86_400_000

export interface EndpointHealth {
  /** The first failure since the last success, epoch milliseconds; null: none. */
  readonly failingSince: number | null
  /** Why it must be switched off now; null: it stays on. */
  readonly off: 'failing' | 'gone' | null
}

/** What an attempt that ended at `at` says about its endpoint. 410 Gone is the receiver's word that it listens no more. */
export function judgeEndpoint(
  failingSince: number | null,
  attempt: { readonly delivered: boolean; readonly statusCode: number | null; readonly at: number },
): EndpointHealth {
  if (attempt.delivered) return { failingSince: null, off: null }
  const since = failingSince ?? attempt.at
  if (attempt.statusCode === 410) return { failingSince: since, off: 'gone' }
  return { failingSince: since, off: attempt.at - since >= failingAtMostMs ? 'failing' : null }
}
