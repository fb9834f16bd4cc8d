import { type FilterDimensionKey } from '../../../domain/metrics/dimensions.ts'
import { type Filter } from '../../../domain/metrics/filter.ts'
import { type Field, type Fields } from './fields.ts'
import { type Sql, all, sql } from '../../db/sql.ts'

/** The filters as one condition. `isNot` is the exact negation of `is`, so the two always add up to everything. */
export function filterConditions(filters: readonly Filter[], fields: Partial<Fields>): Sql {
  return all(
    filters.flatMap((filter) => {
      const field = (fields as Partial<Record<FilterDimensionKey, Field>>)[filter.dimension]
      return field === undefined ? [] : [conditionOf(filter, field)]
    }),
  )
}

function conditionOf(filter: Filter, field: Field): Sql {
  const is =
    'value' in field
      ? sql`${field.value} = ANY (${filter.values}::text[])`
      : sql`EXISTS (SELECT FROM ${field.values} v WHERE v.part = ANY (${filter.values}::text[]))`
  return filter.operator === 'is' ? is : sql`NOT (${is})`
}

/** Where the parts of a split come from: a lateral join that gives each event its `part` (null when nothing is split). */
export function splitJoin(field: Field | null): Sql {
  if (field === null) return sql`CROSS JOIN (SELECT NULL::text AS part) split`
  if ('value' in field) return sql`CROSS JOIN LATERAL (SELECT ${field.value} AS part) split`
  return sql`CROSS JOIN LATERAL ${field.values} split`
}
