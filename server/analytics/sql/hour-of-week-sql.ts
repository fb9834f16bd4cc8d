import { offsetSegments } from '../../../domain/time/offset-segments.ts'
import { type Selection } from '../selection.ts'
import { type Sql, instants, sql } from '../../db/sql.ts'

/** 1 January 1970 was a Thursday; hour 0 is Monday 00:00 (domain/time/hour-of-week.ts counts the same way). */
const mondayShiftSeconds = 3 * 86_400

/**
 * The local hour of the week, 0 to 167, of a timestamptz column inside the selection's range. The zone's offsets come
 * from the domain and not from the server's own zone tables, which may be older or lack a name.
 */
export function hourOfWeekSql(column: Sql, { range, zone }: Selection): Sql {
  const segments = offsetSegments(range, zone)
  const starts = instants(segments.map(({ from }) => from))
  const offsets = segments.map(({ offsetMs }) => offsetMs / 1000)
  const offset = sql`(${offsets}::float8[])[width_bucket(${column}, ${starts})]`
  return sql`(((floor(extract(epoch FROM ${column}) + ${offset})::bigint + ${mondayShiftSeconds}::bigint) / 3600) % 168)`
}
