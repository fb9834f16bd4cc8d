import { instant, type Sql, sql } from '../../db/sql.ts'
import { ended } from './waited-sql.ts'

/**
 * How long alert `a` waited for its answer: `ended`, or, while nobody knows, how long it has waited so far. Who could not be
 * reached waited until the last attempt. Never below 0.
 */
export function waitingSql(now: number) {
  const until: Sql = sql`(CASE WHEN ${ended} THEN a.outcome_at
    WHEN a.outcome = 'unreachable' THEN coalesce(a.last_attempt_at, a.outcome_at, ${instant(now)})
    ELSE ${instant(now)} END)`
  return {
    ended,
    /** Seconds, so that equal waits are counted together. */
    seconds: sql`greatest(0, floor(extract(epoch FROM ${until} - a.raised_at)))::bigint`,
    inTime: sql`(${ended} AND coalesce(a.outcome_at <= a.due_at, false))`,
    due: sql`(a.due_at IS NOT NULL AND (${ended} OR a.due_at <= ${instant(now)}))`,
  }
}
