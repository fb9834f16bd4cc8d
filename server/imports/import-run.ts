import { randomUUID } from 'node:crypto'
import { type PoolClient } from 'pg'
import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { type Reject } from '../../domain/imports/reject-reason.ts'
import { copyLine, copyRows } from '../screening/screening.ts'

/** How far one import of one file is. */
export interface ImportRun {
  readonly id: string
  /** Transactions (or incidents) that are durable, in the order of the file's content. */
  readonly unitsDone: number
  readonly alreadyStored: number
  /** As the finished run stored it; null until then. */
  readonly summary: unknown
}

interface NewRun {
  readonly preset: string
  readonly fileName: string
  readonly hash: Buffer
  readonly unitsTotal: number
  readonly rowsRead: number
  readonly rejects: readonly Reject[]
  readonly now: number
}

const runRow = z.object({
  id: z.string(),
  status: z.string(),
  units_done: z.int(),
  units_already_stored: z.int(),
  summary: z.unknown(),
})

/**
 * The run of this file, found or begun together with its rejects. The connection holds it until `releaseRun`: a second process
 * that imports the same file is refused with `conflict`.
 */
export async function beginRun(client: PoolClient, run: NewRun): Promise<ImportRun> {
  await hold(client, run.hash)
  const { rows } = await client.query(
    'SELECT id, status, units_done, units_already_stored, summary FROM import_runs WHERE preset = $1 AND file_hash = $2',
    [run.preset, run.hash],
  )
  if (rows.length === 1) {
    const { id, status, units_done, units_already_stored, summary } = runRow.parse(rows[0])
    await client.query(`UPDATE import_runs SET status = 'running' WHERE id = $1 AND status = 'failed'`, [id])
    return {
      id,
      unitsDone: units_done,
      alreadyStored: units_already_stored,
      summary: status === 'finished' ? summary : null,
    }
  }
  const id = randomUUID()
  await client.query('BEGIN')
  try {
    await client.query(
      `INSERT INTO import_runs (id, preset, file_name, file_hash, status, started_at, units_total, rows_read, rows_rejected)
       VALUES ($1, $2, $3, $4, 'running', $5, $6, $7, $8)`,
      [
        id,
        run.preset,
        run.fileName,
        run.hash,
        new Date(run.now),
        run.unitsTotal,
        run.rowsRead,
        run.rejects.length,
      ],
    )
    await saveRejects(client, id, run.rejects)
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw cause
  }
  return { id, unitsDone: 0, alreadyStored: 0, summary: null }
}

export async function saveRejects(client: PoolClient, importId: string, rejects: readonly Reject[]) {
  await copyRows(
    client,
    'import_rejects',
    ['import_id', 'line', 'code', 'reason', 'excerpt'],
    rejects.map(({ line, code, reason, excerpt }) =>
      copyLine([importId, line, code, reason, excerpt.replaceAll('\0', '\uFFFD')]),
    ),
  )
}

/** Inside a chunk's transaction. */
export async function saveProgress(
  client: PoolClient,
  importId: string,
  done: { readonly units: number; readonly alreadyStored: number; readonly rejects: readonly Reject[] },
): Promise<void> {
  await saveRejects(client, importId, done.rejects)
  await client.query(
    `UPDATE import_runs SET units_done = units_done + $2, units_already_stored = units_already_stored + $3,
       rows_rejected = rows_rejected + $4 WHERE id = $1`,
    [importId, done.units, done.alreadyStored, done.rejects.length],
  )
}

export async function failRun(client: PoolClient, importId: string): Promise<void> {
  await client.query(`UPDATE import_runs SET status = 'failed' WHERE id = $1 AND status = 'running'`, [
    importId,
  ])
}

export async function releaseRun(client: PoolClient, hash: Buffer): Promise<void> {
  await client.query('SELECT pg_advisory_unlock($1)', [lockOf(hash)])
}

async function hold(client: PoolClient, hash: Buffer) {
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [
    lockOf(hash),
  ])
  if (rows[0]?.held === true) return
  throw new AppError('conflict', {
    userMessage:
      'Another process is importing this file right now. Wait until it has ended; running it twice brings nothing.',
  })
}

function lockOf(hash: Buffer): string {
  return hash.readBigInt64BE(0).toString()
}
