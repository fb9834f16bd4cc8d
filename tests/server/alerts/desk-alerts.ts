import { randomUUID } from 'node:crypto'
import { alertReference } from '../../../domain/alerts/alert-reference.ts'
import { getPool } from '../../../server/db/pool.ts'

/** Monday, 8 June 2026, 10:00 in Warsaw. */
export const monday = Date.UTC(2026, 5, 8, 8)
export const minute = 60_000

export interface SeededAlert {
  readonly id?: string
  readonly customerRef?: string
  /** Epoch milliseconds: its place in the queue and its target. */
  readonly dueAt?: number
  readonly raisedAt?: number
  readonly segment?: string | null
  readonly language?: string | null
  readonly amountMinor?: number
}

/** Puts alerts into the queue as if rules had raised them; gives their ids in the same order. */
export async function addAlerts(alerts: readonly SeededAlert[]): Promise<string[]> {
  const rows = alerts.map((one, i) => {
    const id = one.id ?? randomUUID()
    const raisedAt = one.raisedAt ?? monday + i
    return {
      id,
      customer_ref: one.customerRef ?? `customer-${id}`,
      reference: alertReference(id),
      raised_at: new Date(raisedAt),
      due_at: new Date(one.dueAt ?? raisedAt + 30 * minute),
      segment: one.segment ?? null,
      language: one.language ?? null,
      amount_minor: one.amountMinor ?? 50_000,
    }
  })
  await getPool().query(
    `INSERT INTO alerts (customer_ref, id, reference, customer_known, subject, raised_at, due_at, rank_at, segment, language,
       channel, amount_minor, currency, severity, transaction_id, revision, rule_set_version, source, question)
     SELECT customer_ref, id, reference, true, 'payee', raised_at, due_at, due_at, segment, language, 'card', amount_minor, 'PLN',
       'medium', 't-' || id, 1, 1, 'api', '{"en":"Is that right?","pl":"Czy to się zgadza?","ru":"Всё верно?"}'
     FROM json_to_recordset($1) AS r (customer_ref text, id uuid, reference text, raised_at timestamptz, due_at timestamptz,
       segment text, language text, amount_minor bigint)`,
    [JSON.stringify(rows)],
  )
  return rows.map(({ id }) => id)
}

/** The columns of one alert that the desk moves. */
export async function alertRow(id: string) {
  const { rows } = await getPool().query('SELECT * FROM alerts WHERE id = $1', [id])
  return rows[0] as Record<string, unknown>
}

/** What the history of an alert says, oldest first. */
export async function historyOf(
  id: string,
): Promise<{ type: string; by: string | null; payload: unknown }[]> {
  const { rows } = await getPool().query(
    'SELECT type, by, payload FROM alert_events WHERE alert_id = $1 ORDER BY seq',
    [id],
  )
  return rows
}
