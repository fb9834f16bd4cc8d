import { type caseDimensionKeys } from '../../../domain/metrics/dimensions.ts'
import { type Filter } from '../../../domain/metrics/filter.ts'
import { all, type Sql, sql } from '../../db/sql.ts'

type CaseDimension = (typeof caseDimensionKeys)[number]

/** How cases `c` answer for each dimension: the same texts as the columns of chunks. */
const fields: Readonly<Record<CaseDimension, Sql>> = {
  desk: sql`c.desk`,
  kind: sql`c.kind`,
  channel: sql`c.channel`,
  priority: sql`coalesce(c.priority, '')`,
  segment: sql`coalesce(c.segment, '')`,
  emergency: sql`CASE WHEN c.emergency THEN 'yes' ELSE 'no' END`,
  source: sql`c.source`,
}

/** The filters as a condition on cases `c`; those that only handoffs have narrow nothing here. */
export function caseFilters(filters: readonly Filter[]): Sql {
  return all(
    filters.flatMap(({ dimension, operator, values }) => {
      const field = (fields as Partial<Record<string, Sql>>)[dimension]
      if (field === undefined) return []
      const is = sql`${field} = ANY (${values}::text[])`
      return [operator === 'is' ? is : sql`NOT (${is})`]
    }),
  )
}
