import type { AlarmCondition } from './alarm-condition.ts'

/** quiet: nothing to say. raised: the owner was told. acknowledged: somebody is at it. */
export type AlarmState = 'quiet' | 'raised' | 'acknowledged'

/** What was seen in the alarm's window. */
export interface AlarmReading {
  /** A count or a share; null: not applicable. */
  readonly observed: number | null
  readonly n: number
  /** Of `unusual`: the same hour in each of the weeks before. */
  readonly usual?: readonly number[]
}

export interface AlarmVerdict {
  readonly state: AlarmState
  /** What is told; null: nothing changed. */
  readonly event: 'raised' | 'ended' | null
  /** What the figure was held against; null: nothing to hold it against. */
  readonly limit: number | null
}

/** Fewer weeks than these are no custom. */
const weeksAtLeast = 4

/**
 * What an alarm says to a reading. Too few observations leave it as it is: it neither begins nor ends on a guess. It ends only when
 * the figure has come back behind the limit by the hysteresis.
 */
export function judgeAlarm(
  condition: AlarmCondition,
  state: AlarmState,
  reading: AlarmReading,
): AlarmVerdict {
  const limit = limitOf(condition, reading)
  const unchanged = { state, event: null, limit } as const
  if (condition.kind === 'noData') return verdictOf(state, reading.n === 0, reading.n > 0, limit)
  const { observed, n } = reading
  if (observed === null || limit === null || n < condition.leastN) return unchanged
  const isAbove = condition.side === 'above'
  const back = condition.kind === 'threshold' ? limit * condition.hysteresis : 0
  const passed = isAbove ? observed > limit : observed < limit
  const returned = isAbove ? observed <= limit - back : observed >= limit + back
  return verdictOf(state, passed, returned, limit)
}

function verdictOf(
  state: AlarmState,
  passed: boolean,
  returned: boolean,
  limit: number | null,
): AlarmVerdict {
  if (state === 'quiet') {
    return passed ? { state: 'raised', event: 'raised', limit } : { state, event: null, limit }
  }
  return returned ? { state: 'quiet', event: 'ended', limit } : { state, event: null, limit }
}

function limitOf(condition: AlarmCondition, { usual = [] }: AlarmReading): number | null {
  switch (condition.kind) {
    case 'threshold':
      return condition.limit
    case 'noData':
      return 0
    case 'unusual': {
      if (usual.length < weeksAtLeast) return null
      const mean = usual.reduce((sum, one) => sum + one, 0) / usual.length
      const squares = usual.reduce((sum, one) => sum + (one - mean) ** 2, 0)
      // Counts scatter at least as Poisson's do: eight equal weeks must not make one more an alarm.
      const deviation = Math.sqrt(Math.max(mean, squares / (usual.length - 1), 1))
      const away = condition.deviations * deviation
      return condition.side === 'above' ? mean + away : Math.max(0, mean - away)
    }
    default:
      return condition satisfies never
  }
}
