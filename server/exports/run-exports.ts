import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { isPermitted } from '../../domain/access/permissions.ts'
import { roles } from '../../domain/access/roles.ts'
import { getPool } from '../db/pool.ts'
import { getPrisma } from '../db/prisma.ts'
import { logFailure } from '../observability/log.ts'
import { exportQuestionSchema } from './export-question.ts'
import { writeExport } from './write-export.ts'

const compress = promisify(gzip)

/** A process that has not said so for this long has stopped: another one begins its file anew. */
const silentMs = 30_000

/** A file that stopped so many processes in the middle stops the next one as well. */
const attemptsAtMost = 3

/** Texts are compressed in stretches of so many characters. */
const pieceCharacters = 1_000_000

class Stopped extends Error {}

const claimed = z.object({
  id: z.string(),
  question: exportQuestionSchema,
  requested_by: z.string(),
  created_at: z.date(),
  attempts: z.int(),
})

/**
 * Makes the files that wait, one after another, and forgets those that have expired at `now` (epoch ms). Of several processes each
 * takes another file. A file whose process was killed is made anew, of the moment that it was asked for; after three times it fails.
 * Answers how many were taken.
 */
export async function runExports(now: number): Promise<number> {
  await getPool().query('DELETE FROM export_jobs WHERE expires_at <= $1', [new Date(now)])
  let taken = 0
  for (;;) {
    const { rows } = await getPool().query(
      `UPDATE export_jobs SET status = 'running', attempts = attempts + 1, alive_at = now(), rows_done = 0, bytes = 0
       WHERE id = (SELECT id FROM export_jobs
         WHERE status = 'waiting' OR (status = 'running' AND alive_at < now() - $1 * interval '1 millisecond')
         ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, question, requested_by, created_at, attempts`,
      [silentMs],
    )
    if (rows[0] === undefined) return taken
    taken += 1
    await make(claimed.parse(rows[0]))
  }
}

/** Never rejects: what went wrong stands in the export. */
async function make(job: z.output<typeof claimed>): Promise<void> {
  try {
    if (job.attempts > attemptsAtMost) return await end(job, 'failed', 'interrupted')
    if (!(await mayStillExport(job.requested_by))) return await end(job, 'failed', 'forbidden')
    await getPool().query('DELETE FROM export_pieces WHERE job_id = $1', [job.id])
    const file = new PieceWriter(job)
    await writeExport(job.question, job.created_at.getTime(), (text, rowsDone) => file.take(text, rowsDone))
    await file.finish()
    await end(job, 'done', null)
  } catch (error) {
    if (error instanceof Stopped) return
    const known = error instanceof AppError && error.code !== 'internal'
    if (!known) logFailure(error, { job: 'exports', exportId: job.id })
    await end(job, 'failed', known ? error.code : 'internal').catch((cause: unknown) =>
      logFailure(cause, { job: 'exports', exportId: job.id }),
    )
  }
}

async function end(
  { id, attempts }: Pick<z.output<typeof claimed>, 'id' | 'attempts'>,
  status: 'done' | 'failed',
  failure: string | null,
): Promise<void> {
  await getPool().query(
    `UPDATE export_jobs SET status = $3, failure = $4, finished_at = now() WHERE id = $1 AND attempts = $2 AND status = 'running'`,
    [id, attempts, status, failure],
  )
}

/** Gathers a file's text into compressed pieces and says how far it is. Whoever was stopped or taken over from is told by `Stopped`. */
class PieceWriter {
  private readonly job: Pick<z.output<typeof claimed>, 'id' | 'attempts'>
  private texts: string[] = []
  private characters = 0
  private rowsDone = 0
  private seq = 0

  constructor(job: Pick<z.output<typeof claimed>, 'id' | 'attempts'>) {
    this.job = job
  }

  async take(text: string, rowsDone: number): Promise<void> {
    this.texts.push(text)
    this.characters += text.length
    this.rowsDone = rowsDone
    if (this.characters >= pieceCharacters) await this.store()
  }

  async finish(): Promise<void> {
    if (this.characters > 0) await this.store()
  }

  /** The piece is only kept while the job is still this process's own: both in one statement. */
  private async store(): Promise<void> {
    const body = await compress(this.texts.join(''))
    const { rowCount } = await getPool().query(
      `WITH mine AS (
         UPDATE export_jobs SET rows_done = $4, bytes = bytes + $5, alive_at = now()
         WHERE id = $1 AND attempts = $2 AND status = 'running' RETURNING id)
       INSERT INTO export_pieces (job_id, seq, body) SELECT id, $3, $6 FROM mine`,
      [this.job.id, this.job.attempts, this.seq, this.rowsDone, body.length, body],
    )
    if (rowCount === 0) throw new Stopped()
    this.seq += 1
    this.texts = []
    this.characters = 0
  }
}

/** Rights are asked again when the work begins: a person may have left since. */
async function mayStillExport(personId: string): Promise<boolean> {
  const person = await getPrisma().person.findUnique({ where: { id: personId } })
  const role = roles.find((one) => one === person?.role)
  return person?.status === 'active' && role !== undefined && isPermitted(role, 'analytics.export')
}
