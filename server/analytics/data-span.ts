import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type Interval } from '../../domain/time/interval.ts'
import { defineQuery } from '../db/define-query.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { sql } from '../db/sql.ts'

/** The first and the last transaction or alert. */
export const alertSpanEnds = {
  first: sql`least((SELECT min(occurred_at) FROM transactions), (SELECT min(raised_at) FROM alerts))`,
  last: sql`greatest((SELECT max(occurred_at) FROM transactions), (SELECT max(raised_at) FROM alerts))`,
}

const readSpan = defineQuery({
  row: z.object({ first: z.date().nullable(), last: z.date().nullable() }),
  build: () => sql`
    SELECT ${alertSpanEnds.first} AS first, ${alertSpanEnds.last} AS last`,
})

/** From the first transaction or alert to just after the last, epoch ms; null while there is none. */
export async function findDataSpan(client: ClientBase): Promise<Interval | null> {
  const [span] = await readSpan(client, undefined)
  if (span === undefined || span.first === null || span.last === null) return null
  return { from: span.first.getTime(), to: span.last.getTime() + 1 }
}

/** The same for callers without a connection of their own. */
export function getDataSpan(): Promise<Interval | null> {
  return inSnapshot(findDataSpan)
}
