import { type PoolClient } from 'pg'
import { AppError } from '../../../domain/errors/app-error.ts'
import { copyRows } from './copy-rows.ts'
import { type PreparedChunk } from './prepare-chunk.ts'
import { saveUsages } from './save-usages.ts'

/** Somebody else's write in between, found by a unique key, a lost race for a lock or a changed version. */
const conflictStates = new Set(['23505', '40001', '40P01'])
const diskFullState = '53100'

const histories = `
  CREATE TEMP TABLE IF NOT EXISTS replay_profiles (LIKE customer_profiles) ON COMMIT DELETE ROWS;
  CREATE TEMP TABLE IF NOT EXISTS replay_usages (LIKE item_usage) ON COMMIT DELETE ROWS;`

/** Continues the version that the chunk was screened on, or changes nothing. */
const saveProfiles = `
  INSERT INTO customer_profiles SELECT * FROM replay_profiles ORDER BY customer_ref
  ON CONFLICT (customer_ref) DO UPDATE SET segment = excluded.segment, language = excluded.language,
    profile = excluded.profile, version = excluded.version, updated_at = excluded.updated_at
  WHERE customer_profiles.version = excluded.version - 1`

const takeBack = `
  WITH taken AS (
    UPDATE transaction_lines l SET taken_back_by = t.by, taken_back_at = t.at
    FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::timestamptz[]) AS t (customer, id, line, by, at)
    WHERE l.customer_ref = t.customer AND l.transaction_id = t.id AND l.revision = 1 AND l.line_no = t.line
      AND l.taken_back_by IS NULL
    RETURNING l.customer_ref, l.transaction_id, l.revision
  )
  INSERT INTO what_if_dirty_days (day)
  SELECT DISTINCT floor(extract(epoch FROM p.occurred_at) / 86400)::int
  FROM taken JOIN transactions p USING (customer_ref, transaction_id, revision)`

/**
 * Writes a chunk in one transaction, `also` included; `now` (epoch milliseconds) is when its histories count as changed. false, with nothing written, when a customer was decided about meanwhile:
 * then it has to be screened again. Throws `unavailable` when the disk is full.
 */
export async function writeChunk(
  client: PoolClient,
  chunk: PreparedChunk,
  now: number,
  also: (client: PoolClient) => Promise<void>,
): Promise<boolean> {
  await client.query('BEGIN')
  try {
    const current = await saveHistories(client, chunk, now)
    if (current) {
      for (const table of [
        'transactions',
        'transaction_lines',
        'alerts',
        'alert_hits',
        'held_back_hits',
        'dirty_slots',
      ] as const) {
        await copyRows(client, table, chunk[table].columns, chunk[table].lines)
      }
      await saveTakeBacks(client, chunk)
      await also(client)
    }
    await client.query(current ? 'COMMIT' : 'ROLLBACK')
    return current
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined)
    const { code } = cause as { code?: string }
    if (code !== undefined && conflictStates.has(code)) return false
    throw code === diskFullState ? diskFull(cause) : cause
  }
}

/** First and in one order, items before profiles: their rows are the locks that live decisions about the same customers meet. */
async function saveHistories(client: PoolClient, chunk: PreparedChunk, now: number): Promise<boolean> {
  await client.query(histories)
  await saveUsages(client, chunk.usages, now)
  await copyRows(client, 'replay_profiles', chunk.profiles.columns, chunk.profiles.lines)
  const saved = await client.query(saveProfiles)
  return saved.rowCount === chunk.profiles.lines.length
}

async function saveTakeBacks(client: PoolClient, { takeBacks }: PreparedChunk) {
  if (takeBacks.length === 0) return
  await client.query(takeBack, [
    takeBacks.map((one) => one.customerRef),
    takeBacks.map((one) => one.transactionId),
    takeBacks.map((one) => one.lineNo),
    takeBacks.map((one) => one.by),
    takeBacks.map((one) => new Date(one.at)),
  ])
}

function diskFull(cause: unknown): AppError {
  return new AppError('unavailable', {
    userMessage:
      'The disk of the database is full. What was stored before stays. Free space and run the same command again: it goes on from there.',
    cause,
  })
}
