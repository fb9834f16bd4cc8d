import { z } from 'zod'
import { packColumns } from '../../../domain/metrics/care/packed-columns.ts'
import { alertColumns } from '../../../domain/metrics/overview/alert-columns.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'
import { makeMarkedWeeks, type WeekStore } from '../weeks/make-marked-weeks.ts'
import { readAlertWeek } from './read-alert-chunks.ts'

const storeChunk = defineQuery({
  row: z.never(),
  build: (chunk: { week: number; rows: number; body: Buffer }) => sql`
    INSERT INTO alert_chunks (week, rows, body) VALUES (${chunk.week}, ${chunk.rows}, ${chunk.body})
    ON CONFLICT (week) DO UPDATE SET rows = excluded.rows, body = excluded.body, revision = gen_random_uuid()`,
})

const alertWeeks: WeekStore = {
  marks: sql`dirty_alert_weeks`,
  lock: 7_301_006,
  make: async (client, week) => {
    const chunk = await readAlertWeek(client, week)
    const body = Buffer.from(packColumns(alertColumns, chunk))
    await storeChunk(client, { week, rows: chunk.rows, body })
  },
}

/**
 * Makes the chunks of alerts anew for weeks whose rows changed: see `makeMarkedWeeks`. Marks come in when the rollup takes those of
 * its slots away, so that a week is marked by one or the other until its chunk is made.
 */
export function refreshAlertChunks(): Promise<number | null> {
  return makeMarkedWeeks(alertWeeks)
}
