import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type Interval } from '../../../domain/time/interval.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'
import { careSpanEnds } from '../care/care-data-span.ts'
import { alertSpanEnds } from '../data-span.ts'

/** From the first to just after the last of what there is, epoch ms; null while there is none. */
export interface DataSpans {
  readonly alerts: Interval | null
  readonly care: Interval | null
}

const at = z.date().nullable()

const readEnds = defineQuery({
  row: z.object({ alertsFirst: at, alertsLast: at, careFirst: at, careLast: at }),
  build: () => sql`
    SELECT ${alertSpanEnds.first} AS "alertsFirst", ${alertSpanEnds.last} AS "alertsLast",
      ${careSpanEnds.first} AS "careFirst", ${careSpanEnds.last} AS "careLast"`,
})

/** Where there is data of alerts and of cases, in one question. */
export async function readDataSpans(client: ClientBase): Promise<DataSpans> {
  const [ends] = await readEnds(client, undefined)
  if (ends === undefined) return { alerts: null, care: null }
  return { alerts: spanOf(ends.alertsFirst, ends.alertsLast), care: spanOf(ends.careFirst, ends.careLast) }
}

function spanOf(first: Date | null, last: Date | null): Interval | null {
  return first === null || last === null ? null : { from: first.getTime(), to: last.getTime() + 1 }
}
