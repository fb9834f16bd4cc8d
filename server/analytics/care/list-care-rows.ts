import { type ClientBase } from 'pg'
import { z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type CareContext, type CareMeasure, timeOf } from '../../../domain/metrics/care/care-metric.ts'
import { type CareMetricKey, careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { chunkOf, type Chunk, type ColumnSpec } from '../../../domain/metrics/care/columns.ts'
import { eachRow, selectRows } from '../../../domain/metrics/care/selected-rows.ts'
import { tallyAll } from '../../../domain/metrics/care/measure.ts'
import { partsOf } from '../../../domain/metrics/care/tally.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'
import { type BacklogCell, type CarePart, type CareRow, isPart } from './care-row.ts'
import { factSources, readFacts } from './fact-sources.ts'
import { idElsewhere } from './id-elsewhere.ts'
import { judgingFor } from './judging-for.ts'
import { type CareReading, openReading } from './open-reading.ts'
import { isLiveKey, type LiveKey, readLiveRows } from './read-live-rows.ts'

/** Rows are read by so much time, newest first. */
const sliceMs = 86_400_000

type Bare = Omit<CareRow, 'reference' | 'externalId'>

const readReferences = defineQuery({
  row: z.object({ id: z.string(), reference: z.string(), externalId: z.string().nullable() }),
  build: (ids: readonly string[]) => sql`
    SELECT c.id::text, c.reference, ${idElsewhere} AS "externalId" FROM cases c WHERE c.id = ANY (${ids}::uuid[])`,
})

/**
 * All rows behind a metric at a scope, newest first, in pieces: they are judged by the metric's own function, so that
 * they count up to its figure.
 */
export async function* eachCareRow(
  key: CareMetricKey,
  part: CarePart,
  reading: CareReading,
  { before = Infinity, cell = anyCell }: { readonly before?: number; readonly cell?: BacklogCell } = {},
): AsyncGenerator<CareRow[], void, undefined> {
  if (isLiveKey(key)) {
    const rows = await readLiveRows(key, reading, cell)
    yield rows.filter(({ judged }) => isPart(judged, part))
    return
  }
  const by = measureOf(key)
  const { from, to } = reading.resolved.window.period
  const { context } = await judgingFor(by, reading)
  for (let end = Math.min(to, before); end > from; end -= sliceMs) {
    const slice = { from: Math.max(from, end - sliceMs), to: end }
    const rows = await rowsOfSlice(by, part, { ...reading, context }, slice)
    if (rows.length > 0) yield await withReferences(reading.client, rows)
  }
}

/**
 * A page of the rows behind a metric at a scope. `cursor` is what the page before answered; `total` is how many there are and
 * is counted on the first page only.
 */
export function listCareRows(
  key: CareMetricKey,
  scope: Scope,
  options: {
    readonly now: number
    readonly part: CarePart
    readonly cursor: string | null
    readonly limit: number
    readonly cell?: BacklogCell
  },
) {
  return openReading({ ...scope, compare: null }, options.now, async (reading) => {
    if (isLiveKey(key)) return pageOfLive(key, reading, options)
    const [before, skip] = readCursor(options.cursor)
    const found: CareRow[] = []
    let place = { end: before, taken: skip }
    let nextCursor: string | null = null
    for await (const rows of eachCareRow(key, options.part, reading, { before })) {
      const end = sliceEnd(reading, before, rows[0]!.at)
      const skipped = place.end === end || (place.end === Infinity && found.length === 0) ? place.taken : 0
      for (const [index, row] of rows.entries()) {
        if (index < skipped) continue
        if (found.length === options.limit) {
          nextCursor = `${end}.${index}`
          break
        }
        found.push(row)
      }
      place = { end, taken: 0 }
      if (nextCursor !== null) break
    }
    const { zone } = reading.resolved
    const total = options.cursor === null ? await countCareRows(key, options.part, reading) : null
    return { rows: found, nextCursor, total, zone, rowKind: careMetrics[key].rows }
  })
}

/** How many rows `exportCareRows` gives for the same. */
export async function countCareExport(
  key: CareMetricKey,
  scope: Scope,
  asked: { readonly now: number; readonly part: CarePart; readonly cell?: BacklogCell },
): Promise<number> {
  const { total } = await listCareRows(key, scope, { ...asked, cursor: null, limit: 1 })
  return total ?? 0
}

const anyCell: BacklogCell = { turn: null, age: null }

/** A page of the rows of one moment; the cursor is how many came before. */
async function pageOfLive(
  key: LiveKey,
  reading: CareReading,
  options: Pick<Parameters<typeof listCareRows>[2], 'part' | 'cursor' | 'limit' | 'cell'>,
) {
  const rows = (await readLiveRows(key, reading, options.cell ?? anyCell)).filter(({ judged }) =>
    isPart(judged, options.part),
  )
  const from = options.cursor === null ? 0 : readOffset(options.cursor)
  const next = from + options.limit
  return {
    rows: rows.slice(from, next),
    nextCursor: next < rows.length ? `at.${next}` : null,
    total: options.cursor === null ? rows.length : null,
    zone: reading.resolved.zone,
    rowKind: careMetrics[key].rows,
  }
}

function readOffset(cursor: string): number {
  const parts = /^at\.(\d{1,9})$/.exec(cursor)
  if (parts === null) throw openAgain()
  return Number(parts[1])
}

function openAgain(): AppError {
  return new AppError('invalidInput', { userMessage: 'Open the list again from its beginning.' })
}

/** How many rows a list has, from the figures' own columns. */
async function countCareRows(
  key: Exclude<CareMetricKey, LiveKey>,
  part: CarePart,
  reading: CareReading,
): Promise<number> {
  const by = measureOf(key)
  const selected = await reading.select(by.facts, reading.resolved.window.period)
  return partsOf(by, tallyAll(by, selected, await judgingFor(by, reading)))[part]
}

/** The end of the slice that holds an instant, counted back from where the reading began. */
function sliceEnd({ resolved }: CareReading, before: number, at: number): number {
  const start = Math.min(resolved.window.period.to, before)
  return start - Math.floor((start - 1 - at) / sliceMs) * sliceMs
}

async function rowsOfSlice(
  by: CareMeasure,
  part: CarePart,
  { client, resolved, context }: CareReading,
  slice: Interval,
): Promise<Bare[]> {
  const facts = await readFacts(client, by.facts, slice)
  if (facts.length === 0) return []
  const at = timeOf[by.facts]
  const chunk = chunkOf(factSources[by.facts].spec as ColumnSpec, facts as never)
  const words = resolved.filters.filter(
    ({ dimension }) => dimension in chunk.words || dimension in chunk.flags,
  )
  const rows: Bare[] = []
  eachRow(selectRows([chunk], at, slice, words), (_, row) => {
    const judged = judge(by, chunk, row, context)
    const fact = facts[row]!
    if (judged === null || !isPart(judged.judged, part)) return
    rows.push({
      caseId: fact.caseId,
      at: Number(fact[at]),
      fromDesk: textOf(fact.fromDesk),
      desk: String(fact.desk),
      kind: String(fact.kind),
      channel: String(fact.channel),
      priority: String(fact.priority),
      segment: String(fact.segment),
      state: textOf(fact.state) ?? textOf(fact.type) ?? (fact.open === true ? 'open' : 'resolved'),
      ...judged,
    })
  })
  return rows.sort((left, right) => right.at - left.at || (left.caseId < right.caseId ? -1 : 1))
}

type Judgement = Pick<CareRow, 'judged' | 'durationMs' | 'index'>

function judge(
  by: CareMeasure,
  chunk: Chunk<ColumnSpec>,
  row: number,
  context: CareContext,
): Judgement | null {
  const judged = (by.of as (chunk: unknown, row: number, context: CareContext) => unknown)(
    chunk,
    row,
    context,
  )
  if (judged === null || (by.kind === 'count' && judged === false)) return null
  if (typeof judged === 'boolean') {
    return { ...none, judged: by.kind === 'count' ? 'counted' : judged ? 'met' : 'missed' }
  }
  if (typeof judged === 'number')
    return { ...none, judged: 'counted', index: by.kind === 'index' ? judged : null }
  const { duration, isOpen } = judged as { duration: number; isOpen: boolean }
  return { ...none, judged: isOpen ? 'open' : 'ended', durationMs: duration }
}

const none = { durationMs: null, index: null } as const

function measureOf(key: Exclude<CareMetricKey, LiveKey>): CareMeasure {
  return careMetrics[key].measure
}

async function withReferences(client: ClientBase, rows: readonly Bare[]): Promise<CareRow[]> {
  const named = await readReferences(client, [...new Set(rows.map(({ caseId }) => caseId))])
  const byId = new Map(named.map(({ id, ...names }) => [id, names]))
  return rows.map((row) => ({ ...row, ...(byId.get(row.caseId) ?? { reference: '', externalId: null }) }))
}

function readCursor(cursor: string | null): [before: number, skip: number] {
  if (cursor === null) return [Infinity, 0]
  const parts = /^(\d{1,16})\.(\d{1,9})$/.exec(cursor)
  if (parts === null) throw openAgain()
  return [Number(parts[1]), Number(parts[2])]
}

function textOf(value: string | number | boolean | null | undefined): string | null {
  return typeof value === 'string' ? value : null
}
