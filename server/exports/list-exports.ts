import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { getPool } from '../db/pool.ts'
import { type ExportQuestion, exportQuestionSchema } from './export-question.ts'

const exportStatuses = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const

/** A file that somebody asked for. Instants in epoch ms. */
interface Export {
  readonly exportId: string
  readonly question: ExportQuestion
  readonly status: (typeof exportStatuses)[number]
  readonly rowsDone: number
  readonly rowsTotal: number
  /** What is kept of it, compressed. */
  readonly bytes: number
  /** Code of why it failed; null while it has not. */
  readonly failure: string | null
  readonly createdAt: number
  readonly expiresAt: number
}

const instant = z.date().transform((at) => at.getTime())

const row = z
  .object({
    id: z.string(),
    question: exportQuestionSchema,
    status: z.enum(exportStatuses),
    rows_done: z.int(),
    rows_total: z.int(),
    bytes: z.int(),
    failure: z.string().nullable(),
    created_at: instant,
    expires_at: instant,
  })
  .transform(({ id, rows_done, rows_total, created_at, expires_at, ...rest }): Export => ({
    ...rest,
    ...{ exportId: id, rowsDone: rows_done, rowsTotal: rows_total },
    ...{ createdAt: created_at, expiresAt: expires_at },
  }))

const columns = 'id, question, status, rows_done, rows_total, bytes, failure, created_at, expires_at'

/** A person's own exports that have not expired at `now`, the newest first. */
export async function listExports(personId: string, now: number): Promise<Export[]> {
  const { rows } = await getPool().query(
    `SELECT ${columns} FROM export_jobs WHERE requested_by = $1 AND expires_at > $2 ORDER BY created_at DESC LIMIT 100`,
    [personId, new Date(now)],
  )
  return rows.map((one) => row.parse(one))
}

/** One of a person's own exports. Throws `notFound` for everybody else's, and once it has expired. */
export async function getExport(exportId: string, personId: string, now: number): Promise<Export> {
  const { rows } = await getPool().query(
    `SELECT ${columns} FROM export_jobs WHERE id = $1 AND requested_by = $2 AND expires_at > $3`,
    [exportId, personId, new Date(now)],
  )
  if (rows[0] === undefined) {
    throw new AppError('notFound', { userMessage: 'This file is no longer here. Ask for it again.' })
  }
  return row.parse(rows[0])
}
