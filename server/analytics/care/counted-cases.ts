import { type Sql, sql } from '../../db/sql.ts'

/** Cases `c` that figures count: excluded (test, duplicate, spam) and merged ones are left out and counted apart. */
export const countedCases: Sql = sql`(c.excluded IS NULL AND c.status <> 'merged')`
