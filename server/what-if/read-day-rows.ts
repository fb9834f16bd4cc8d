import { type ClientBase } from 'pg'
import { z } from 'zod'
import { channels } from '../../domain/screening/transaction.ts'
import { answers } from '../../domain/what-if/tail-chunk.ts'
import { type TailLine, type TailRow } from '../../domain/what-if/tail-row.ts'
import { dayMs } from '../../domain/what-if/local-quarters.ts'

/** The first row is checked against it and stands for the others: a schema for each of a hundred thousand takes longer than all else. */
const columns = z.tuple([
  z.string(),
  z.string(),
  z.boolean(),
  z.number(),
  z.string().nullable(),
  z.enum(channels),
  z.string(),
  z.number(),
  z.string(),
  z.enum(answers),
  z.boolean(),
  z.number(),
])
type TransactionColumns = z.infer<typeof columns>
type LineColumns = [
  customerRef: string,
  transactionId: string,
  lineNo: number,
  amount: number,
  signals: string,
  takenBack: number,
]

/**
 * Purchases of a UTC day in their current revision with what came of their question: what a question was about is the mistake's
 * amount (with the first transaction of the alert) or the fraud's.
 */
const transactionsOfDay = `
  SELECT t.customer_ref, t.transaction_id, t.customer_known, round(extract(epoch FROM t.occurred_at) * 1000)::float8, t.segment, t.channel,
    t.currency, t.amount_minor::float8, t.signals::text,
    CASE WHEN a.id IS NULL THEN 'neverAsked' ELSE coalesce(a.outcome, 'pending') END, coalesce(a.origin = 'sample', false),
    CASE a.outcome WHEN 'fraud' THEN t.amount_minor
      WHEN 'mistake' THEN CASE WHEN a.transaction_id = t.transaction_id THEN coalesce(a.mistake_minor, 0) ELSE 0 END
      ELSE 0 END::float8
  FROM transactions t
  LEFT JOIN alerts a ON a.customer_ref = t.customer_ref AND a.id = t.alert_id AND a.status <> 'withdrawn'
  WHERE t.occurred_at >= $1 AND t.occurred_at < $2 AND t.current AND t.kind = 'purchase'`

const linesOfDay = `
  SELECT l.customer_ref, l.transaction_id, l.line_no, l.amount_minor::float8, l.signals::text,
    CASE WHEN l.taken_back_at >= t.occurred_at AND l.taken_back_at <= t.occurred_at + interval '24 hours'
      THEN l.amount_minor ELSE 0 END::float8
  FROM transactions t
  JOIN transaction_lines l ON l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id AND l.revision = t.revision
  WHERE t.occurred_at >= $1 AND t.occurred_at < $2 AND t.current AND t.kind = 'purchase'
  ORDER BY l.customer_ref, l.transaction_id, l.line_no`

/** The stored purchases of a UTC day (days since 1970), lines and answers with them, in no order. */
export async function readDayRows(client: ClientBase, day: number): Promise<TailRow[]> {
  const range = [new Date(day * dayMs).toISOString(), new Date((day + 1) * dayMs).toISOString()]
  const lines = await client.query<LineColumns>({ text: linesOfDay, values: range, rowMode: 'array' })
  const linesOf = new Map<string, TailLine[]>()
  for (const [customerRef, transactionId, lineNo, amountMinor, signals, takenBackMinor] of lines.rows) {
    const key = `${customerRef} ${transactionId}`
    const line = { lineNo, amountMinor, takenBackMinor, ...readSignals(signals) }
    const known = linesOf.get(key)
    if (known === undefined) linesOf.set(key, [line])
    else known.push(line)
  }
  const { rows } = await client.query<TransactionColumns>({
    text: transactionsOfDay,
    values: range,
    rowMode: 'array',
  })
  if (rows[0] !== undefined) columns.parse(rows[0])
  return rows.map(
    ([
      customerRef,
      transactionId,
      customerKnown,
      occurredAt,
      segment,
      channel,
      currency,
      amountMinor,
      signals,
      answer,
      sampled,
      harmMinor,
    ]) => ({
      ...{ customerRef, transactionId, customerKnown, occurredAt, segment, channel, currency, amountMinor },
      ...{ answer, sampled, harmMinor },
      ...readSignals(signals),
      lines: linesOf.get(`${customerRef} ${transactionId}`) ?? [],
    }),
  )
}

function readSignals(text: string): Pick<TailLine, 'values' | 'histories'> {
  return JSON.parse(text) as Pick<TailLine, 'values' | 'histories'>
}
