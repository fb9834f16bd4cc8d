import { type ClientBase } from 'pg'
import { z } from 'zod'
import { chunkOf, type Chunk } from '../../../domain/metrics/care/columns.ts'
import { unpackColumns } from '../../../domain/metrics/care/packed-columns.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { weekMs, weekOf } from '../../../domain/time/epoch-week.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'
import { type ChunkKind, factSources, readFacts, type SpecOf } from './fact-sources.ts'

/** What a process keeps of chunks that it has read: so many rows, the longest unused leave first. */
const rowsKept = 4_000_000

interface Kept {
  readonly revision: string
  readonly chunk: Chunk<SpecOf<ChunkKind>>
}

const memory = new Map<string, Kept>()
let rowsInMemory = 0

const listRevisions = defineQuery({
  row: z.object({ kind: z.string().nullable(), week: z.int(), revision: z.string() }),
  build: ({ first, last }: { first: number; last: number }) => sql`
    SELECT c.kind, c.week, c.revision::text FROM case_chunks c
    WHERE c.week BETWEEN ${first} AND ${last}
      AND NOT EXISTS (SELECT FROM dirty_case_weeks d WHERE d.week = c.week)
    UNION ALL
    SELECT NULL, week, 'marked ' || max(id) || ' of ' || count(*) FROM dirty_case_weeks
    WHERE week BETWEEN ${first} AND ${last} GROUP BY week
    ORDER BY week`,
})

/** Which chunks of all kinds there are in a stretch of weeks; a week without a kind is marked: all its kinds are read from rows. */
export type Revisions = Awaited<ReturnType<typeof listRevisions>>

/** The revisions of all weeks that touch the range. */
export function readRevisions(client: ClientBase, range: Interval): Promise<Revisions> {
  return listRevisions(client, { first: weekOf(range.from), last: weekOf(range.to - 1) })
}

const readBodies = defineQuery({
  row: z.object({ week: z.int(), body: z.instanceof(Buffer) }),
  build: ({ kind, weeks }: { kind: ChunkKind; weeks: readonly number[] }) => sql`
    SELECT week, body FROM case_chunks WHERE kind = ${kind} AND week = ANY (${weeks}::int[])`,
})

/**
 * The chunks of a kind in the weeks of `revisions`, which the caller's own snapshot showed. Weeks whose rows changed since
 * their chunk was made are read from the rows; a chunk that this process has read before and that is still the
 * present one comes from memory. Several processes agree, because the revision is asked every time.
 */
export async function readChunks<Kind extends ChunkKind>(
  client: ClientBase,
  kind: Kind,
  revisions: Revisions,
): Promise<Chunk<SpecOf<Kind>>[]> {
  const present = revisions.filter((one) => one.kind === kind || one.kind === null)
  const missing = present.filter(({ week, revision }) => memory.get(`${kind} ${week}`)?.revision !== revision)
  const stored = missing.filter(({ revision }) => !revision.startsWith('marked'))
  if (stored.length > 0) {
    const revisionOf = new Map(stored.map(({ week, revision }) => [week, revision]))
    for (const { week, body } of await readBodies(client, { kind, weeks: stored.map(({ week }) => week) })) {
      // While two versions of the program run, one meets what the other wrote: the rows are right for both.
      const chunk = unpackColumns(factSources[kind].spec, body) ?? (await readWeek(client, kind, week))
      keep(kind, week, { revision: revisionOf.get(week)!, chunk })
    }
  }
  const chunks: Chunk<SpecOf<Kind>>[] = []
  for (const { week, revision } of present) {
    const kept = memory.get(`${kind} ${week}`)
    const chunk = kept?.revision === revision ? kept.chunk : await readWeek(client, kind, week)
    if (kept?.revision === revision) touch(kind, week, kept)
    else keep(kind, week, { revision, chunk })
    chunks.push(chunk as Chunk<SpecOf<Kind>>)
  }
  return chunks
}

/** The chunk of a week, from its rows. */
export async function readWeek<Kind extends ChunkKind>(
  client: ClientBase,
  kind: Kind,
  week: number,
): Promise<Chunk<SpecOf<Kind>>> {
  const facts = await readFacts(client, kind, { from: week * weekMs, to: (week + 1) * weekMs })
  return chunkOf(factSources[kind].spec, facts as never) as Chunk<SpecOf<Kind>>
}

function keep(kind: ChunkKind, week: number, kept: Kept): void {
  const key = `${kind} ${week}`
  rowsInMemory += kept.chunk.rows - (memory.get(key)?.chunk.rows ?? 0)
  touch(kind, week, kept)
  for (const [oldest, { chunk }] of memory) {
    if (rowsInMemory <= rowsKept || oldest === key) break
    memory.delete(oldest)
    rowsInMemory -= chunk.rows
  }
}

/** A Map remembers the order of insertion: what was used last stands last. */
function touch(kind: ChunkKind, week: number, kept: Kept): void {
  const key = `${kind} ${week}`
  memory.delete(key)
  memory.set(key, kept)
}
