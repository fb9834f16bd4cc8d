import type { CareContext } from './care-metric.ts'

type BusinessSince = CareContext['businessSince']

/** What rows are judged by at an instant (epoch ms). */
export function careContext(
  now: number,
  businessSince: BusinessSince,
  usual: CareContext['usual'] = null,
): CareContext {
  return {
    now,
    hasPassed: (instant) => now > instant,
    hasReached: (instant) => now >= instant,
    businessSince,
    usual,
  }
}

/** The same, and it tells whether a judgement can become another one as time goes on. */
export interface WatchedContext extends CareContext {
  /** Whether the clock decided since the last call: the row is not settled. */
  readonly wasAsked: () => boolean
}

/** A context that notices questions whose answer is not final: what time it is, or whether a coming instant has passed. */
export function watchContext(context: CareContext): WatchedContext {
  let asked = false
  return {
    usual: context.usual,
    get now() {
      asked = true
      return context.now
    },
    hasPassed: (instant) => {
      if (context.hasPassed(instant)) return true
      asked = true
      return false
    },
    hasReached: (instant) => {
      if (context.hasReached(instant)) return true
      asked = true
      return false
    },
    businessSince: (desk, emergency, since) => {
      asked = true
      return context.businessSince(desk, emergency, since)
    },
    wasAsked: () => {
      const answer = asked
      asked = false
      return answer
    },
  }
}
