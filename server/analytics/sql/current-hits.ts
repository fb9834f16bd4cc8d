import { type Sql, sql } from '../../db/sql.ts'

/**
 * Hits that count: those on the current revision of their transaction. `link` says which alert (and transaction) they
 * belong to, in terms of `h`.
 */
export function currentHits(link: Sql): Sql {
  return sql`(
    SELECT h.rule, h.signal FROM alert_hits h
    JOIN transactions ht ON ht.customer_ref = h.customer_ref AND ht.transaction_id = h.transaction_id
      AND ht.revision = h.revision AND ht.current
    WHERE ${link}
  )`
}
