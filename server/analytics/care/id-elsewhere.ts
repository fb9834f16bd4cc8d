import { type Sql, sql } from '../../db/sql.ts'

/** The id by which people of another system know a case `c`; null for our own, whose external id is a request's key. */
export const idElsewhere: Sql = sql`CASE WHEN c.source IN ('api', 'import') THEN c.external_id END`
