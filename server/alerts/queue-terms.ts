import { type Hand } from './hand.ts'
import { sql, type Sql, all, any } from '../db/sql.ts'

/** Which alerts `a` a person's desks are for: one without a segment or a language is for every desk, a desk without them takes any. */
export function forDesks({ desks }: Pick<Hand, 'desks'>): Sql {
  if (desks.length === 0) return sql`true`
  return any(
    desks.map(({ segments, languages }) =>
      all([
        segments.length === 0
          ? sql`true`
          : sql`(a.segment IS NULL OR a.segment = ANY(${[...segments]}::text[]))`,
        languages.length === 0
          ? sql`true`
          : sql`(a.language IS NULL OR a.language = ANY(${[...languages]}::text[]))`,
      ]),
    ),
  )
}

/**
 * Whether nobody else is asking the customer of alert `a` and no time was set before which it shall rest. `at`: `timestamptz`. The
 * OFFSET keeps the look at colleagues a look at one customer: without it the planner joins with everything that is in hands.
 */
export function isFree(personId: string, at: Sql): Sql {
  return sql`(a.status = 'open' AND (a.retry_at IS NULL OR a.retry_at <= ${at})
    AND NOT EXISTS (SELECT FROM alerts o WHERE o.customer_ref = a.customer_ref AND a.customer_known
      AND o.status IN ('claimed', 'contacted') AND o.claimed_by <> ${personId}::uuid OFFSET 0))`
}

/** Whether the customer of alert `a` is in an emergency right now: those come first. */
export const inEmergency = sql`a.customer_ref IN (SELECT c.customer_ref FROM cases c WHERE c.emergency AND c.status = 'open')`
