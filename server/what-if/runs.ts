import { randomUUID } from 'node:crypto'
import { Cron } from 'croner'
import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { getPool } from '../db/pool.ts'
import { logFailure } from '../observability/log.ts'
import { answerRun, type RunKind, runKinds } from './answer-run.ts'

/** A process that has not said so for this long has stopped: another one begins its runs again. */
const silentMs = 30_000
const sayEveryMs = 400

/** A long answer that somebody asked for; it goes on when they leave the page. */
export interface Run {
  readonly id: string
  readonly kind: RunKind
  readonly status: 'running' | 'done' | 'cancelled' | 'failed'
  readonly daysDone: number
  readonly daysTotal: number
  readonly answer: unknown
  /** The most telling word of why it failed, for which pages have a text; of runs of earlier builds a sentence. null: nobody expected it. */
  readonly failure: string | null
}

const runRow = z
  .object({
    id: z.string(),
    kind: z.enum(runKinds),
    status: z.enum(['running', 'done', 'cancelled', 'failed']),
    days_done: z.int(),
    days_total: z.int(),
    answer: z.unknown(),
    failure: z.string().nullable(),
  })
  .transform(({ days_done, days_total, ...run }): Run => ({
    ...run,
    daysDone: days_done,
    daysTotal: days_total,
  }))

class Stopped extends Error {}

/**
 * Begins a run and waits a moment for it: what is quick is answered at once. The same question of the same person joins a run that
 * is under way, so that coming back to a page finds it. `now` in epoch milliseconds.
 */
export async function startRun(
  kind: RunKind,
  question: unknown,
  { personId, now, patienceMs }: { personId: string; now: number; patienceMs: number },
): Promise<Run> {
  const { rows } = await getPool().query<{ id: string }>(
    `SELECT id FROM what_if_runs WHERE requested_by = $1 AND kind = $2 AND question = $3::jsonb AND status = 'running' LIMIT 1`,
    [personId, kind, JSON.stringify(question)],
  )
  if (rows[0] !== undefined) return getRun(rows[0].id, personId)
  const id = randomUUID()
  await getPool().query(
    `INSERT INTO what_if_runs (id, kind, question, status, requested_by, created_at, alive_at)
     VALUES ($1, $2, $3, 'running', $4, $5, now())`,
    [id, kind, JSON.stringify(question), personId, new Date(now)],
  )
  const work = workOn(id, kind, question)
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, patienceMs))])
  return getRun(id, personId)
}

/** What a run of this person was asked. Throws `notFound`. */
export async function getQuestion(id: string, personId: string): Promise<unknown> {
  const { rows } = await getPool().query<{ question: unknown }>(
    'SELECT question FROM what_if_runs WHERE id = $1 AND requested_by = $2',
    [id, personId],
  )
  if (rows[0] === undefined) throw noSuchRun()
  return rows[0].question
}

/** A run of this person. Throws `notFound`. */
export async function getRun(id: string, personId: string): Promise<Run> {
  const { rows } = await getPool().query(
    `SELECT id, kind, status, days_done, days_total, answer, failure FROM what_if_runs WHERE id = $1 AND requested_by = $2`,
    [id, personId],
  )
  if (rows[0] === undefined) throw noSuchRun()
  return runRow.parse(rows[0])
}

function noSuchRun(): AppError {
  return new AppError('notFound', { userMessage: 'This measurement is no longer here. Start it again.' })
}

/** Stops a run of this person; one that has ended stays as it is. */
export async function cancelRun(id: string, personId: string): Promise<Run> {
  await getPool().query(
    `UPDATE what_if_runs SET status = 'cancelled', finished_at = now() WHERE id = $1 AND requested_by = $2 AND status = 'running'`,
    [id, personId],
  )
  return getRun(id, personId)
}

/** Takes over runs whose process has stopped, and forgets those that are a week old, until `stop`. */
export function startRunJob(): { readonly stop: () => void } {
  const job = new Cron('*/15 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    await getPool().query(`DELETE FROM what_if_runs WHERE created_at < now() - interval '7 days'`)
    const { rows } = await getPool().query<{ id: string; kind: RunKind; question: unknown }>(
      `UPDATE what_if_runs SET alive_at = now() WHERE status = 'running' AND alive_at < now() - $1 * interval '1 millisecond'
       RETURNING id, kind, question`,
      [silentMs],
    )
    for (const { id, kind, question } of rows) await workOn(id, kind, question)
  })
  return { stop: () => job.stop() }
}

/** Never rejects: what went wrong stands in the run. */
async function workOn(id: string, kind: RunKind, question: unknown): Promise<void> {
  let saidAt = performance.now()
  const onDay = async (done: number, total: number) => {
    if (performance.now() - saidAt < sayEveryMs) return
    saidAt = performance.now()
    const { rowCount } = await getPool().query(
      `UPDATE what_if_runs SET days_done = $2, days_total = $3, alive_at = now() WHERE id = $1 AND status = 'running'`,
      [id, done, total],
    )
    if (rowCount === 0) throw new Stopped()
  }
  try {
    const answer = await answerRun(kind, question, onDay)
    await getPool().query(
      `UPDATE what_if_runs SET status = 'done', answer = $2, days_done = greatest(days_total, days_done), finished_at = now()
       WHERE id = $1 AND status = 'running'`,
      [id, JSON.stringify(answer)],
    )
  } catch (error) {
    if (error instanceof Stopped) return
    const known = error instanceof AppError && error.code !== 'internal'
    if (!known) logFailure(error, { job: 'what-if-run', run: id })
    await getPool()
      .query(
        `UPDATE what_if_runs SET status = 'failed', failure = $2, finished_at = now() WHERE id = $1 AND status = 'running'`,
        [id, known ? wordOf(error) : null],
      )
      .catch((cause: unknown) => logFailure(cause, { job: 'what-if-run', run: id }))
  }
}

function wordOf({ problems, details, code }: AppError): string {
  const reason = problems[0]?.code ?? details.reason
  return typeof reason === 'string' ? reason : code
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'what-if-runs' })
}
