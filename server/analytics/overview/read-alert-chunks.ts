import { type ClientBase } from 'pg'
import { z } from 'zod'
import { chunkOf } from '../../../domain/metrics/care/columns.ts'
import { unpackColumns } from '../../../domain/metrics/care/packed-columns.ts'
import { type AlertChunk, alertColumns } from '../../../domain/metrics/overview/alert-columns.ts'
import { hullOf, type Interval } from '../../../domain/time/interval.ts'
import { weekMs, weekOf } from '../../../domain/time/epoch-week.ts'
import { defineQuery } from '../../db/define-query.ts'
import { instant, sql } from '../../db/sql.ts'
import { readAlertFacts } from './read-alert-facts.ts'

/** Weeks that a process keeps: ten years. */
const weeksKept = 520

const memory = new Map<number, { readonly revision: string; readonly chunk: AlertChunk }>()

/** What every week of the range is now: a chunk's revision, or which marks say that its rows changed. */
const listRevisions = defineQuery({
  row: z.object({ week: z.int(), revision: z.string(), marked: z.boolean() }),
  build: ({ first, last }: { first: number; last: number }) => sql`
    WITH marks AS (
      SELECT week, 'w' || max(id) || ' ' || count(*) AS mark FROM dirty_alert_weeks
      WHERE week BETWEEN ${first} AND ${last} GROUP BY week
      UNION ALL
      SELECT floor(extract(epoch FROM slot) / 604800)::int, 's' || max(id) || ' ' || count(*) FROM dirty_slots
      WHERE slot >= ${instant(first * weekMs)} AND slot < ${instant((last + 1) * weekMs)} GROUP BY 1
    )
    SELECT week, revision::text, false AS marked FROM alert_chunks c
    WHERE week BETWEEN ${first} AND ${last} AND NOT EXISTS (SELECT FROM marks m WHERE m.week = c.week)
    UNION ALL
    SELECT week, string_agg(mark, ' ' ORDER BY mark), true FROM marks GROUP BY week
    ORDER BY week`,
})

const readBodies = defineQuery({
  row: z.object({ week: z.int(), body: z.instanceof(Buffer) }),
  build: (weeks: readonly number[]) => sql`
    SELECT week, body FROM alert_chunks WHERE week = ANY (${weeks}::int[])`,
})

/**
 * The alerts of all weeks that touch one of the ranges, of the moment that the caller's snapshot shows. Weeks whose rows changed since
 * their chunk was made are read from the rows; what this process has read before and is still the present one comes from memory.
 */
export async function readAlertChunks(
  client: ClientBase,
  ranges: readonly Interval[],
): Promise<AlertChunk[]> {
  const asked = ranges.filter(({ from, to }) => from < to)
  if (asked.length === 0) return []
  const whole = hullOf(asked)
  const weeks = { first: weekOf(whole.from), last: weekOf(whole.to - 1) }
  // The stretch between two ranges is listed with them, in one question, and its chunks are not read.
  const present = (await listRevisions(client, weeks)).filter(({ week }) =>
    asked.some(({ from, to }) => week >= weekOf(from) && week <= weekOf(to - 1)),
  )
  const missing = present.filter(
    ({ week, revision, marked }) => !marked && memory.get(week)?.revision !== revision,
  )
  if (missing.length > 0) {
    const revisionOf = new Map(missing.map(({ week, revision }) => [week, revision]))
    for (const { week, body } of await readBodies(client, [...revisionOf.keys()])) {
      // While two versions of the program run, one meets what the other wrote: the rows are right for both.
      const chunk = unpackColumns(alertColumns, body) ?? (await readAlertWeek(client, week))
      keep(week, revisionOf.get(week)!, chunk)
    }
  }
  const chunks: AlertChunk[] = []
  for (const { week, revision } of present) {
    const kept = memory.get(week)
    if (kept?.revision === revision) chunks.push(kept.chunk)
    else chunks.push(keep(week, revision, await readAlertWeek(client, week)))
  }
  return chunks
}

/** The chunk of a week, from its rows. */
export async function readAlertWeek(client: ClientBase, week: number): Promise<AlertChunk> {
  const range = { from: week * weekMs, to: (week + 1) * weekMs }
  return chunkOf(alertColumns, await readAlertFacts(client, { range, zone: 'UTC', filters: [] }))
}

function keep(week: number, revision: string, chunk: AlertChunk): AlertChunk {
  memory.delete(week)
  memory.set(week, { revision, chunk })
  const [oldest] = memory.keys()
  if (memory.size > weeksKept && oldest !== undefined) memory.delete(oldest)
  return chunk
}
