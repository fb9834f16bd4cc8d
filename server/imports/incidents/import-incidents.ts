import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { type PoolClient } from 'pg'
import { type CaseLogMapping } from '../../../domain/imports/case-log-mapping.ts'
import { type Reject } from '../../../domain/imports/reject-reason.ts'
import { copyCases, loadDeskTerms, loggedCase } from '../../cases/cases.ts'
import { getPool } from '../../db/pool.ts'
import { finishRun } from '../finish-run.ts'
import { beginRun, failRun, type ImportRun, releaseRun, saveProgress } from '../import-run.ts'
import { type ImportProgress, type ImportRequest } from '../run-import.ts'
import { ensureLogDesks } from './ensure-log-desks.ts'
import { type IncidentSummary, incidentSummarySchema, summariseIncidents } from './incident-summary.ts'
import { type IncidentFile, readIncidents } from './read-incidents.ts'

/** What to import, and how its columns become cases. */
type IncidentRequest = Omit<ImportRequest, 'preset'> & { readonly mapping: CaseLogMapping }

export interface IncidentImportResult {
  readonly outcome: 'imported' | 'rehearsed' | 'alreadyImported'
  readonly importId: string
  /** Incidents that an interrupted run had already stored. */
  readonly resumedAt: number
  readonly summary: IncidentSummary
  /** The first ones, in the order of the file. */
  readonly firstRejects: readonly Reject[]
}

/** So many incidents are one transaction: what a kill costs at most. */
const incidentsATime = 2_500
const firstRejects = 10

/**
 * Brings another system's log of cases in: cases, their responsible segments, handoffs and timelines. Interrupted at any moment, the
 * same call goes on; a file that is imported already is not imported again, and an incident that another file brought stays as
 * it is. A dry run does it all in one transaction and takes it back. Throws what `readIncidents` throws and `conflict`
 * when the same file is being imported.
 */
export async function importIncidents(request: IncidentRequest): Promise<IncidentImportResult> {
  const report = request.onProgress ?? (() => undefined)
  const content = await readIncidents(request.file, request.mapping, (done, total) =>
    report({ phase: 'reading', done, total, startedAt: 0 }),
  )
  const client = await getPool().connect()
  let failed = true
  try {
    const result =
      request.dryRun === true
        ? await rehearse(client, request, content, report)
        : await store(client, request, content, report)
    failed = false
    return result
  } finally {
    client.release(failed)
  }
}

async function store(
  client: PoolClient,
  request: IncidentRequest,
  content: IncidentFile,
  report: (progress: ImportProgress) => void,
): Promise<IncidentImportResult> {
  const run = await begin(client, request, content)
  const result = {
    importId: run.id,
    resumedAt: run.unitsDone,
    firstRejects: content.rejects.slice(0, firstRejects),
  }
  try {
    if (run.summary !== null) {
      return { outcome: 'alreadyImported', summary: incidentSummarySchema.parse(run.summary), ...result }
    }
    let alreadyStored = run.alreadyStored
    await ensureLogDesks(client, content.incidents, request.mapping)
    const terms = await loadDeskTerms(client)
    for (let done = run.unitsDone; done < content.incidents.length; done += incidentsATime) {
      await client.query('BEGIN')
      try {
        const some = content.incidents.slice(done, done + incidentsATime)
        const rows = some.map((incident) => loggedCase(incident, terms))
        const before = await copyCases(client, rows, { importId: run.id, recordedAt: request.now })
        await saveProgress(client, run.id, {
          units: some.length,
          alreadyStored: before.alreadyStored,
          rejects: [],
        })
        await client.query('COMMIT')
        alreadyStored += before.alreadyStored
      } catch (cause) {
        await client.query('ROLLBACK')
        throw cause
      }
      report(progressOf(content, Math.min(done + incidentsATime, content.incidents.length), run.unitsDone))
    }
    for (const table of ['cases', 'case_events', 'case_segments', 'handoffs'])
      await client.query(`ANALYZE ${table}`)
    const summary = await summarise(
      client,
      run.id,
      { ...content, preset: request.mapping.name },
      alreadyStored,
    )
    const { cases, handoffs } = summary
    await finishRun(run.id, summary, { told: { cases, handoffs }, now: request.now })
    return { outcome: 'imported', summary, ...result }
  } catch (cause) {
    await failRun(client, run.id).catch(() => undefined)
    throw cause
  } finally {
    await releaseRun(client, content.hash)
  }
}

async function rehearse(
  client: PoolClient,
  request: IncidentRequest,
  content: IncidentFile,
  report: (progress: ImportProgress) => void,
): Promise<IncidentImportResult> {
  await client.query('BEGIN')
  try {
    const importId = randomUUID()
    let alreadyStored = 0
    await ensureLogDesks(client, content.incidents, request.mapping)
    const terms = await loadDeskTerms(client)
    for (let done = 0; done < content.incidents.length; done += incidentsATime) {
      const some = content.incidents.slice(done, done + incidentsATime)
      const rows = some.map((incident) => loggedCase(incident, terms))
      alreadyStored += (await copyCases(client, rows, { importId, recordedAt: request.now })).alreadyStored
      report(progressOf(content, done + some.length, 0))
    }
    const summary = await summarise(
      client,
      importId,
      { ...content, preset: request.mapping.name },
      alreadyStored,
    )
    return {
      ...{ outcome: 'rehearsed', importId, resumedAt: 0, summary },
      firstRejects: content.rejects.slice(0, firstRejects),
    }
  } finally {
    await client.query('ROLLBACK')
  }
}

function begin(
  client: PoolClient,
  { file, mapping, now }: IncidentRequest,
  { hash, incidents, rowsRead, rejects }: IncidentFile,
): Promise<ImportRun> {
  return beginRun(client, {
    ...{ preset: mapping.name, fileName: path.basename(file), hash, unitsTotal: incidents.length },
    ...{ rowsRead, rejects, now },
  })
}

function progressOf(content: IncidentFile, done: number, startedAt: number): ImportProgress {
  return { phase: 'storing', done, total: content.incidents.length, startedAt }
}

function summarise(
  client: PoolClient,
  importId: string,
  content: IncidentFile & { readonly preset: string },
  alreadyStored: number,
) {
  const rejects: Record<string, number> = {}
  for (const { code } of content.rejects) rejects[code] = (rejects[code] ?? 0) + 1
  return summariseIncidents(client, importId, {
    ...{ preset: content.preset, rowsRead: content.rowsRead, rejects, alreadyStored },
  })
}
