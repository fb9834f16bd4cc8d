import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type Interval } from '../../../domain/time/interval.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'

/** The first case, and the last thing that happened to one. */
export const careSpanEnds = {
  first: sql`(SELECT min(opened_at) FROM cases)`,
  last: sql`(SELECT max(at) FROM case_events)`,
}

const readSpan = defineQuery({
  row: z.object({ first: z.date().nullable(), last: z.date().nullable() }),
  build: () => sql`
    SELECT ${careSpanEnds.first} AS first, ${careSpanEnds.last} AS last`,
})

/** From the first case to just after the last thing that happened to one, epoch ms; null while there is none. */
export async function findCareDataSpan(client: ClientBase): Promise<Interval | null> {
  const [span] = await readSpan(client, undefined)
  if (span === undefined || span.first === null || span.last === null) return null
  return { from: span.first.getTime(), to: span.last.getTime() + 1 }
}
