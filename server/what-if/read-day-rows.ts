import { type ClientBase } from 'pg'
import { z } from 'zod'
import { channels } from '../../domain/screening/transaction.ts'
import { dayMs } from '../../domain/what-if/local-quarters.ts'
import { answers } from '../../domain/what-if/tail-chunk.ts'
import { type TailLine, type TailRow } from '../../domain/what-if/tail-row.ts'
import { type Cell, copyEachBinary } from './copy-binary.ts'
import { parseReadings } from './parse-readings.ts'

const year2000 = Date.UTC(2000, 0, 1)
const readings = z.array(z.number().nullable())
const lineSchema = z.object({
  lineNo: z.int(),
  amountMinor: z.int(),
  takenBackMinor: z.int(),
  values: readings,
  histories: readings,
})
const rowSchema = z.object({
  customerRef: z.string(),
  transactionId: z.string(),
  customerKnown: z.boolean(),
  occurredAt: z.int(),
  segment: z.string().nullable(),
  channel: z.enum(channels),
  currency: z.string().length(3),
  amountMinor: z.int(),
  answer: z.enum(answers),
  sampled: z.boolean(),
  harmMinor: z.int(),
  values: readings,
  histories: readings,
})

const ofDay = (day: number) =>
  `t.occurred_at >= to_timestamp(${(day * dayMs) / 1_000}) AND t.occurred_at < to_timestamp(${((day + 1) * dayMs) / 1_000})
     AND t.current AND t.kind = 'purchase'`

/**
 * Purchases of a UTC day in their current revision with what came of their question: what a question was about is the mistake's
 * amount (with the first transaction of the alert) or the fraud's.
 */
const transactionsOfDay = (day: number) => `
  SELECT t.customer_ref, t.transaction_id, t.customer_known, t.occurred_at, t.segment, t.channel,
    t.currency, t.amount_minor::float8,
    CASE WHEN a.id IS NULL THEN 'neverAsked' ELSE coalesce(a.outcome, 'pending') END, coalesce(a.origin = 'sample', false),
    (CASE a.outcome WHEN 'fraud' THEN t.amount_minor
      WHEN 'mistake' THEN CASE WHEN a.transaction_id = t.transaction_id THEN coalesce(a.mistake_minor, 0) ELSE 0 END
      ELSE 0 END)::float8,
    t.signals->'values', t.signals->'histories'
  FROM transactions t
  LEFT JOIN alerts a ON a.customer_ref = t.customer_ref AND a.id = t.alert_id AND a.status <> 'withdrawn'
  WHERE ${ofDay(day)}`

const linesOfDay = (day: number) => `
  SELECT l.customer_ref, l.transaction_id, l.line_no::float8, l.amount_minor::float8,
    (CASE WHEN l.taken_back_at >= t.occurred_at AND l.taken_back_at <= t.occurred_at + interval '24 hours'
      THEN l.amount_minor ELSE 0 END)::float8, l.signals->'values', l.signals->'histories'
  FROM transactions t
  JOIN transaction_lines l ON l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id AND l.revision = t.revision
  WHERE ${ofDay(day)}`

/**
 * Gives the stored purchases of a UTC day (days since 1970), lines and answers with them, in no order, while they arrive. The first
 * is checked and stands for the others, because checking a hundred thousand takes longer than all else.
 */
export async function readDayRows(
  client: ClientBase,
  day: number,
  onRow: (row: TailRow) => void,
): Promise<void> {
  const linesOf = await readLines(client, day)
  let isChecked = false
  await copyEachBinary(client, transactionsOfDay(day), (cells) => {
    const row = toRow(cells, linesOf)
    if (!isChecked) rowSchema.parse(row)
    isChecked = true
    onRow(row)
  })
}

async function readLines(client: ClientBase, day: number): Promise<ReadonlyMap<string, readonly TailLine[]>> {
  const linesOf = new Map<string, TailLine[]>()
  let isChecked = false
  await copyEachBinary(client, linesOfDay(day), ([ref, id, lineNo, amount, takenBack, values, histories]) => {
    const line: TailLine = {
      lineNo: numberOf(lineNo),
      amountMinor: numberOf(amount),
      takenBackMinor: numberOf(takenBack),
      values: readingsOf(values),
      histories: readingsOf(histories),
    }
    if (!isChecked) lineSchema.parse(line)
    isChecked = true
    const key = `${textOf(ref)} ${textOf(id)}`
    const known = linesOf.get(key)
    if (known === undefined) linesOf.set(key, [line])
    else known.push(line)
  })
  for (const lines of linesOf.values()) lines.sort((a, b) => a.lineNo - b.lineNo)
  return linesOf
}

function toRow(cells: readonly Cell[], linesOf: ReadonlyMap<string, readonly TailLine[]>): TailRow {
  const [ref, id, isKnown, at, segment, channel, currency, amount, answer, sampled, harm, values, histories] =
    cells
  const customerRef = textOf(ref)
  const transactionId = textOf(id)
  return {
    customerRef,
    transactionId,
    customerKnown: flagOf(isKnown),
    occurredAt: instantOf(at),
    segment: segment ? textOf(segment) : null,
    channel: textOf(channel) as TailRow['channel'],
    currency: textOf(currency),
    amountMinor: numberOf(amount),
    answer: textOf(answer) as TailRow['answer'],
    sampled: flagOf(sampled),
    harmMinor: numberOf(harm),
    values: readingsOf(values),
    histories: readingsOf(histories),
    lines: linesOf.size === 0 ? none : (linesOf.get(`${customerRef} ${transactionId}`) ?? none),
  }
}

const none: readonly TailLine[] = []

function textOf(cell: Cell | undefined): string {
  return cell!.toString()
}

function numberOf(cell: Cell | undefined): number {
  return cell!.readDoubleBE(0)
}

/** Sent as microseconds since the year 2000. */
function instantOf(cell: Cell | undefined): number {
  const microseconds = cell!.readInt32BE(0) * 2 ** 32 + cell!.readUInt32BE(4)
  return year2000 + Math.floor(microseconds / 1_000)
}

function flagOf(cell: Cell | undefined): boolean {
  return cell![0] === 1
}

/** Purchases of before readings were kept, and lines of services, have none. */
function readingsOf(cell: Cell | undefined): (number | null)[] {
  return cell ? parseReadings(cell) : []
}
