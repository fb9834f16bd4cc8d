import { z } from 'zod'
import { packColumns } from '../../../domain/metrics/care/packed-columns.ts'
import { getPool } from '../../db/pool.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'
import { makeMarkedWeeks, type WeekStore } from '../weeks/make-marked-weeks.ts'
import { type ChunkKind, chunkKinds, factSources } from './fact-sources.ts'
import { readWeek } from './read-chunks.ts'

const storeChunk = defineQuery({
  row: z.never(),
  build: (chunk: { kind: ChunkKind; week: number; rows: number; body: Buffer }) => sql`
    INSERT INTO case_chunks (kind, week, rows, body) VALUES (${chunk.kind}, ${chunk.week}, ${chunk.rows}, ${chunk.body})
    ON CONFLICT (kind, week) DO UPDATE
      SET rows = excluded.rows, body = excluded.body, revision = gen_random_uuid()`,
})

const caseWeeks: WeekStore = {
  marks: sql`dirty_case_weeks`,
  lock: 7_301_005,
  make: async (client, week) => {
    for (const kind of chunkKinds) {
      const chunk = await readWeek(client, kind, week)
      const body = Buffer.from(packColumns(factSources[kind].spec, chunk as never))
      await storeChunk(client, { kind, week, rows: chunk.rows, body })
    }
  },
}

/** Makes the chunks of cases and handoffs anew for weeks whose rows changed: see `makeMarkedWeeks`. */
export function refreshChunks(): Promise<number | null> {
  return makeMarkedWeeks(caseWeeks)
}

/** Makes every chunk anew: marks all weeks that have rows or chunks, then works the marks off. Answers how many weeks. */
export async function rebuildChunks(): Promise<number> {
  await getPool().query(`
    INSERT INTO dirty_case_weeks (week)
    SELECT floor(extract(epoch FROM at) / 604800)::int
    FROM cases, LATERAL unnest(ARRAY[opened_at, first_resolved_at, target_at]) AS marked (at) WHERE at IS NOT NULL
    UNION SELECT floor(extract(epoch FROM e.at) / 604800)::int FROM case_events e
    UNION SELECT floor(extract(epoch FROM offered_at) / 604800)::int FROM handoffs
    UNION SELECT floor(extract(epoch FROM due_at) / 604800)::int FROM case_promises
    UNION SELECT week FROM case_chunks`)
  let done = 0
  for (;;) {
    const made = await refreshChunks()
    if (made === 0) return done
    // Another process is at it: its transaction is short, and the marks that it leaves are ours.
    if (made === null) await new Promise((resolve) => setTimeout(resolve, 50))
    else done += made
  }
}
