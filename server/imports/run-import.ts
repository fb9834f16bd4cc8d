import path from 'node:path'
import { type Pool, type PoolClient } from 'pg'
import { type Mapping, tellsTakenBack } from '../../domain/imports/mapping.ts'
import { type Reject } from '../../domain/imports/reject-reason.ts'
import { createTakeBackLedger } from '../../domain/imports/take-back-ledger.ts'
import { compileRuleSet, type CompiledRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { defaultRuleSet } from '../../domain/screening/default-rule-set.ts'
import { getPool } from '../db/pool.ts'
import { getPrisma } from '../db/prisma.ts'
import {
  type ChunkDone,
  ensureDefaultRuleSet,
  getActiveRuleSet,
  openReplay,
  type ReplayItem,
} from '../screening/screening.ts'
import { finishRun } from './finish-run.ts'
import { beginRun, failRun, type ImportRun, releaseRun, saveProgress } from './import-run.ts'
import { type ImportSummary, importSummarySchema } from './import-summary.ts'
import { inferOutcomes } from './infer-outcomes.ts'
import { leaveUnasked } from './leave-unasked.ts'
import { loadMapping } from './presets.ts'
import { type FileContent, readTransactions } from './read-transactions.ts'
import { createShadowTables, dropShadowTables } from './shadow-tables.ts'
import { summariseImport } from './summarise-import.ts'

export interface ImportRequest {
  /** Name of a preset, or a mapping file that ends in `.json`. */
  readonly preset: string
  readonly file: string
  /** Takes every step and stores nothing. */
  readonly dryRun?: boolean
  /** Epoch milliseconds. */
  readonly now: number
  readonly onProgress?: (progress: ImportProgress) => void
}

/** `done` of `total` bytes of the file, transactions or incidents; `startedAt` counts what an earlier run had done. */
export interface ImportProgress {
  readonly phase: 'reading' | 'screening' | 'storing' | 'counting'
  readonly done: number
  readonly total: number
  readonly startedAt: number
}

export interface ImportResult {
  readonly outcome: 'imported' | 'rehearsed' | 'alreadyImported'
  readonly importId: string
  /** Transactions that an interrupted run had already stored. */
  readonly resumedAt: number
  readonly summary: ImportSummary
  /** The first ones, in the order of the file. */
  readonly firstRejects: readonly Reject[]
}

const firstRejects = 10

/**
 * Brings history in from a file: through the evaluator, in event-time order, with what came of it. Interrupted at any moment, the
 * same call goes on; a file that is imported already is not imported again. Throws what `loadMapping` and
 * `readTransactions` throw, `conflict` when the same file is being imported, `unavailable` when the disk is full.
 */
export async function runImport(request: ImportRequest): Promise<ImportResult> {
  const mapping = await loadMapping(request.preset)
  const report = request.onProgress ?? (() => undefined)
  const content = await readTransactions(request.file, mapping, {
    now: request.now,
    onBytes: (done, total) => report({ phase: 'reading', done, total, startedAt: 0 }),
  })
  const pool = getPool()
  const client = await pool.connect()
  try {
    if (request.dryRun === true) await createShadowTables(client)
    return await runOnClient(request, mapping, content, pool, client, report)
  } finally {
    if (request.dryRun === true) await dropShadowTables(client)
    client.release()
  }
}

async function runOnClient(
  request: ImportRequest,
  mapping: Mapping,
  content: FileContent,
  pool: Pool,
  client: PoolClient,
  report: (progress: ImportProgress) => void,
): Promise<ImportResult> {
  const { transactions, rejects, rowsRead, hash } = content
  const dryRun = request.dryRun === true
  const run = await beginRun(client, {
    preset: mapping.name,
    fileName: path.basename(request.file),
    hash,
    unitsTotal: transactions.length,
    rowsRead,
    rejects,
    now: request.now,
  })
  try {
    const result = {
      importId: run.id,
      resumedAt: run.unitsDone,
      firstRejects: rejects.slice(0, firstRejects),
    }
    if (run.summary !== null) {
      return { outcome: 'alreadyImported', summary: importSummarySchema.parse(run.summary), ...result }
    }
    const total = transactions.length
    const alreadyStored = await replayAll(request, mapping, content, run, pool, client, (done) =>
      report({ phase: 'screening', done, total, startedAt: run.unitsDone }),
    )
    report({ phase: 'counting', done: total, total, startedAt: run.unitsDone })
    for (const table of ['transactions', 'transaction_lines', 'alerts', 'alert_hits']) {
      await client.query(`ANALYZE ${table}`)
    }
    const takenBackKnown = tellsTakenBack(mapping)
    if (takenBackKnown) await inferOutcomes(client, run.id)
    else await leaveUnasked(client, run.id)
    const summary = await summariseImport(client, run.id, {
      takenBackKnown,
      rowsRead,
      rejects: await countRejects(client, run.id),
      alreadyStored,
    })
    if (!dryRun) {
      const { purchases, cancellations } = summary
      await finishRun(run.id, summary, { told: { purchases, cancellations }, now: request.now })
    }
    return { outcome: dryRun ? 'rehearsed' : 'imported', summary, ...result }
  } catch (cause) {
    await failRun(client, run.id).catch(() => undefined)
    throw cause
  } finally {
    await releaseRun(client, hash)
  }
}

/** Screens and stores what the run has not yet; gives how many were stored before by others. */
async function replayAll(
  request: ImportRequest,
  mapping: Mapping,
  { transactions }: FileContent,
  run: ImportRun,
  pool: Pool,
  client: PoolClient,
  report: (done: number) => void,
): Promise<number> {
  let unitsDone = run.unitsDone
  let alreadyStored = run.alreadyStored
  const lineOf = new Map(transactions.map((one) => [one.transaction.id, one.line]))
  const replay = openReplay({
    source: 'import',
    importId: run.id,
    ruleSet: await chooseRuleSet(request),
    timeZone: mapping.zone,
    receivedAt: request.now,
    pool,
    client,
    onChunk: async (inside, chunk: ChunkDone) => {
      const { items: units, differing } = chunk
      const rejects = differing.map((item) => differs(item, lineOf.get(item.transaction.id)!))
      await saveProgress(inside, run.id, { units, alreadyStored: chunk.alreadyStored, rejects })
      unitsDone += units
      alreadyStored += chunk.alreadyStored
      report(unitsDone)
    },
  })
  const ledger = createTakeBackLedger()
  let place = 0
  for (const imported of transactions) {
    // What an interrupted run had stored still matters for what later lines take back.
    const takeBacks = ledger.add(imported)
    if (place++ < run.unitsDone) continue
    await replay.add({ ...imported, takeBacks })
  }
  await replay.finish()
  return alreadyStored
}

async function chooseRuleSet({ dryRun, now }: ImportRequest): Promise<CompiledRuleSet> {
  if (dryRun === true && (await getPrisma().ruleSetVersion.count()) === 0) {
    return compileRuleSet(defaultRuleSet(now))
  }
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, now))
  return getActiveRuleSet()
}

function differs({ transaction }: ReplayItem, line: number): Reject {
  return {
    line,
    code: 'differsFromStored',
    reason: `${transaction.id} is stored already with another content; the stored one stays`,
    excerpt: transaction.id,
  }
}

async function countRejects(client: PoolClient, importId: string): Promise<Record<string, number>> {
  const { rows } = await client.query<{ code: string; n: number }>(
    'SELECT code, count(*) AS n FROM import_rejects WHERE import_id = $1 GROUP BY code ORDER BY n DESC, code',
    [importId],
  )
  return Object.fromEntries(rows.map(({ code, n }) => [code, n]))
}
