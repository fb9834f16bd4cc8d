import { type Sql, sql } from '../../db/sql.ts'

/**
 * Which alerts `a` the figures of outcomes count: figures, lists of rows and exports use the same conditions, which is why they
 * agree. Each is true or false, never null.
 */
const ofRules = sql`a.origin = 'rule'`
const outcome = sql`coalesce(a.outcome, 'pending')`

/** Somebody should have been asked: live alerts, and imported ones that somebody did ask about. */
export const asked: Sql = sql`(coalesce(a.outcome_source, '') <> 'inferred'
  AND (a.source <> 'import' OR a.outcome IS NOT NULL OR a.attempts > 0))`

/** The customer answered; drawn at random ones are judged apart. */
export const judged: Sql = sql`(${ofRules} AND ${outcome} IN ('intended', 'mistake', 'fraud'))`
export const worthAsking: Sql = sql`(${ofRules} AND ${outcome} IN ('mistake', 'fraud'))`
export const needless: Sql = sql`(${ofRules} AND ${outcome} = 'intended')`

/** All that could be judged, and those that nobody could reach. */
export const judgeable: Sql = ofRules
export const unreachable: Sql = sql`(${ofRules} AND ${outcome} = 'unreachable')`

/** An attempt was made or due at the instant; and there was a two-way contact. */
export function attemptDue(now: Sql): Sql {
  return sql`(${asked} AND (a.attempts > 0 OR a.outcome IS NOT NULL OR a.status = 'expired'
    OR coalesce(a.due_at <= ${now}, false)))`
}
export const reached: Sql = sql`(${asked} AND a.reached_at IS NOT NULL)`
