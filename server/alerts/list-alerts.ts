import { type AlertOutcome, type AlertStatus } from '../../domain/alerts/alert-state.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { getPool } from '../db/pool.ts'
import { alertColumns, type AlertView, toAlertView } from './alert-view.ts'

export interface AlertFilter {
  /** Epoch milliseconds, half-open, of when the alert was raised. */
  readonly from?: number
  readonly to?: number
  readonly rule?: string
  readonly status?: AlertStatus
  readonly outcome?: AlertOutcome
  readonly cursor?: string
  readonly limit: number
}

export interface AlertPage {
  readonly items: readonly AlertView[]
  /** `null`: this was the last page. */
  readonly nextCursor: string | null
}

/** A page of alerts, newest first. The cursor holds its place while new alerts are raised. Throws `invalidInput` for a cursor that is none of ours. */
export async function listAlerts(filter: AlertFilter): Promise<AlertPage> {
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor)
  const { rows } = await getPool().query(
    `SELECT ${alertColumns}
     FROM alerts a
     WHERE ($1::timestamptz IS NULL OR a.raised_at >= $1) AND ($2::timestamptz IS NULL OR a.raised_at < $2)
       AND ($3::text IS NULL OR a.status = $3) AND ($4::text IS NULL OR a.outcome = $4)
       AND ($5::text IS NULL OR EXISTS (SELECT FROM alert_hits h
         WHERE h.customer_ref = a.customer_ref AND h.alert_id = a.id AND h.rule = $5))
       AND ($6::timestamptz IS NULL OR (a.raised_at, a.id) < ($6, $7::uuid))
     ORDER BY a.raised_at DESC, a.id DESC
     LIMIT $8`,
    [
      filter.from === undefined ? null : new Date(filter.from),
      filter.to === undefined ? null : new Date(filter.to),
      filter.status ?? null,
      filter.outcome ?? null,
      filter.rule ?? null,
      after === null ? null : new Date(after.raisedAt),
      after?.id ?? null,
      filter.limit + 1,
    ],
  )
  const items = rows.slice(0, filter.limit).map(toAlertView)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > filter.limit && last ? writeCursor(last) : null }
}

function writeCursor({ raisedAt, id }: AlertView): string {
  return Buffer.from(`${Date.parse(raisedAt)} ${id}`).toString('base64url')
}

function readCursor(cursor: string): { raisedAt: number; id: string } {
  const parts = /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (parts !== null) return { raisedAt: Number(parts[1]), id: parts[2]! }
  throw new AppError('invalidInput', {
    userMessage: 'This cursor is not one of ours. Begin again without it.',
    problems: [{ path: 'cursor', code: 'notACursor', message: 'Send the nextCursor of the page before.' }],
  })
}
