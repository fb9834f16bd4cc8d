import { type ClientBase } from 'pg'
import { z } from 'zod'
import { channels } from '../../domain/screening/transaction.ts'
import { answers } from '../../domain/what-if/tail-chunk.ts'
import { type TailLine, type TailRow } from '../../domain/what-if/tail-row.ts'
import { dayMs } from '../../domain/what-if/local-quarters.ts'

const readings = z.array(z.number().nullable())
const signalsSchema = z.object({ values: readings, histories: readings })
const transactionSchema = z.tuple([
  z.string(),
  z.string(),
  z.boolean(),
  z.number(),
  z.string().nullable(),
  z.enum(channels),
  z.string(),
  z.number(),
  z.enum(answers),
  z.boolean(),
  z.number(),
  signalsSchema,
])
const lineSchema = z.tuple([z.string(), z.string(), z.number(), z.number(), z.number(), signalsSchema])

/**
 * Purchases of a UTC day in their current revision with what came of their question: what a question was about is the mistake's
 * amount (with the first transaction of the alert) or the fraud's.
 */
const transactionsOfDay = `
  SELECT json_agg(json_build_array(t.customer_ref, t.transaction_id, t.customer_known,
    round(extract(epoch FROM t.occurred_at) * 1000)::bigint, t.segment, t.channel, t.currency, t.amount_minor,
    CASE WHEN a.id IS NULL THEN 'neverAsked' ELSE coalesce(a.outcome, 'pending') END, coalesce(a.origin = 'sample', false),
    CASE a.outcome WHEN 'fraud' THEN t.amount_minor
      WHEN 'mistake' THEN CASE WHEN a.transaction_id = t.transaction_id THEN coalesce(a.mistake_minor, 0) ELSE 0 END
      ELSE 0 END, t.signals))::text AS rows
  FROM transactions t
  LEFT JOIN alerts a ON a.customer_ref = t.customer_ref AND a.id = t.alert_id AND a.status <> 'withdrawn'
  WHERE t.occurred_at >= $1 AND t.occurred_at < $2 AND t.current AND t.kind = 'purchase'
  GROUP BY date_bin('15 minutes', t.occurred_at, 'epoch')`

const linesOfDay = `
  SELECT json_agg(json_build_array(l.customer_ref, l.transaction_id, l.line_no, l.amount_minor,
    CASE WHEN l.taken_back_at >= t.occurred_at AND l.taken_back_at <= t.occurred_at + interval '24 hours'
      THEN l.amount_minor ELSE 0 END, l.signals) ORDER BY l.line_no)::text AS rows
  FROM transactions t
  JOIN transaction_lines l ON l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id AND l.revision = t.revision
  WHERE t.occurred_at >= $1 AND t.occurred_at < $2 AND t.current AND t.kind = 'purchase'
  GROUP BY date_bin('15 minutes', t.occurred_at, 'epoch')`

/** The stored purchases of a UTC day (days since 1970), lines and answers with them, in no order. */
export async function readDayRows(client: ClientBase, day: number): Promise<TailRow[]> {
  const linesOf = new Map<string, TailLine[]>()
  for (const one of await readRows(client, linesOfDay, day, lineSchema)) {
    const [customerRef, transactionId, lineNo, amountMinor, takenBackMinor, { values, histories }] = one
    const key = `${customerRef} ${transactionId}`
    const line = { lineNo, amountMinor, takenBackMinor, values, histories }
    const known = linesOf.get(key)
    if (known === undefined) linesOf.set(key, [line])
    else known.push(line)
  }
  const rows = await readRows(client, transactionsOfDay, day, transactionSchema)
  return rows.map((row) => {
    const [customerRef, transactionId, customerKnown, occurredAt, segment, channel, currency] = row
    const [, , , , , , , amountMinor, answer, sampled, harmMinor, { values, histories }] = row
    const lines = linesOf.size === 0 ? none : (linesOf.get(`${customerRef} ${transactionId}`) ?? none)
    return {
      ...{ customerRef, transactionId, customerKnown, occurredAt, segment, channel, currency },
      ...{ amountMinor, answer, sampled, harmMinor, values, histories, lines },
    }
  })
}

const none: readonly TailLine[] = []

/**
 * Rows as one text a quarter hour: read at once, they take a quarter of the time that the driver takes for each by itself. The first
 * is checked and stands for the others, because checking a hundred thousand takes longer than all else.
 */
async function readRows<Row extends z.ZodType>(
  client: ClientBase,
  text: string,
  day: number,
  row: Row,
): Promise<z.output<Row>[]> {
  const range = [new Date(day * dayMs).toISOString(), new Date((day + 1) * dayMs).toISOString()]
  const { rows } = await client.query<{ rows: string }>(text, range)
  const all = rows.flatMap((part) => JSON.parse(part.rows) as z.output<Row>[])
  if (all[0] !== undefined) row.parse(all[0])
  return all
}
