import { type ClientBase } from 'pg'
import { z } from 'zod'
import { compareRuleSets, createMarks, markHits } from '../../domain/what-if/mark-hits.ts'
import { openLocalQuarters } from '../../domain/what-if/local-quarters.ts'
import { type WhatIfQuestion } from '../../domain/what-if/tally.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { readingFor } from './measure.ts'
import { type AskedQuestion, completeQuestion } from './question.ts'
import { type DayHead, listDays, readDays, readNames } from './read-days.ts'

const daysATime = 16

export const examplesRequestSchema = z.object({
  /** The run that measured the difference. */
  runId: z.uuid(),
  /** Newly asked, or no longer asked. */
  side: z.enum(['gained', 'lost']),
  /** The example before; null: from the latest on. */
  cursor: z.object({ day: z.int(), place: z.int() }).nullish(),
  limit: z.int().min(1).max(100).default(20),
})

/** A purchase that the draft would newly ask about, or no longer. */
export interface Example {
  readonly transactionId: string
  readonly customerRef: string | null
  /** Epoch milliseconds. */
  readonly occurredAt: number
  readonly amountMinor: number
  readonly currency: string
  readonly channel: string
  /** The rules that ask: of the draft for what is gained, of the active version for what is lost. */
  readonly rules: readonly string[]
  /** The question that was asked then; null: none. */
  readonly alert: { readonly id: string; readonly reference: string; readonly outcome: string | null } | null
}

export interface ExamplePage {
  readonly items: readonly Example[]
  readonly nextCursor: { readonly day: number; readonly place: number } | null
}

interface Found {
  readonly day: number
  /** Among the day's examples, the latest first. */
  readonly place: number
  readonly transactionId: string
  readonly customerRef: string
  readonly rules: readonly string[]
}

/** Purchases on which draft and active rules differ, the latest day first. */
export async function listExamples(
  asked: AskedQuestion,
  request: Omit<z.infer<typeof examplesRequestSchema>, 'runId'>,
): Promise<ExamplePage> {
  const question = await completeQuestion(asked)
  return inSnapshot(async (client) => {
    const before = request.cursor ?? null
    const heads = (await listDays(client, question.window)).filter(
      ({ day }) => before === null || day <= before.day,
    )
    const found: Found[] = []
    for (let end = heads.length; end > 0 && found.length <= request.limit; end -= daysATime) {
      const batch = heads.slice(Math.max(0, end - daysATime), end)
      const here = await findIn(client, batch, question, request.side)
      found.push(
        ...here.filter(({ day, place }) => before === null || day < before.day || place > before.place),
      )
    }
    const items = found.slice(0, request.limit)
    const last = items.at(-1)
    return {
      items: await describe(client, items),
      nextCursor: found.length > items.length && last ? { day: last.day, place: last.place } : null,
    }
  })
}

async function findIn(
  client: ClientBase,
  heads: readonly DayHead[],
  question: WhatIfQuestion,
  side: 'gained' | 'lost',
): Promise<Found[]> {
  const comparison = compareRuleSets(question.base, question.draft)
  const { words, rulesOf } = comparison
  const [asks, other] = side === 'gained' ? (['draft', 'base'] as const) : (['base', 'draft'] as const)
  const quarters = openLocalQuarters(question.window, question.zone)
  const marks = createMarks()
  const days: Found[][] = []
  const reading = readingFor(comparison)
  for await (const { day, parts, names } of readDays(client, heads, reading)) {
    const local = quarters.of(day)
    const rows: { part: number; row: number; quarter: number; rules: string[] }[] = []
    parts.forEach(({ chunk, details }, part) => {
      markHits(comparison, chunk, details, marks)
      for (const row of marks.rows.subarray(0, marks.size)) {
        const quarter = chunk.quarter[row]!
        const asking = rulesOf(asks, marks.bits, row * words)
        if (asking.length === 0 || local.day[quarter]! < 0) continue
        if (rulesOf(other, marks.bits, row * words).length > 0) continue
        rows.push({ part, row, quarter, rules: asking.map((place) => comparison[asks].rules[place]!.key) })
      }
    })
    if (rows.length === 0) continue
    const who = names ?? (await readNames(client, day))
    rows.sort((a, b) => b.quarter - a.quarter || b.part - a.part || b.row - a.row)
    days.push(
      rows.map(({ part, row, rules }, place) => ({
        day,
        place,
        transactionId: who[part]!.transactionIds[row]!,
        customerRef: who[part]!.customerRefs[row]!,
        rules,
      })),
    )
  }
  return days.reverse().flat()
}

const describedRow = z.object({
  transaction_id: z.string(),
  customer_ref: z.string(),
  customer_known: z.boolean(),
  occurred_at: z.date(),
  amount_minor: z.number(),
  currency: z.string(),
  channel: z.string(),
  alert_id: z.string().nullable(),
  reference: z.string().nullable(),
  outcome: z.string().nullable(),
})

async function describe(client: ClientBase, found: readonly Found[]): Promise<Example[]> {
  if (found.length === 0) return []
  const { rows } = await client.query(
    `SELECT t.transaction_id, t.customer_ref, t.customer_known, t.occurred_at, t.amount_minor, t.currency, t.channel,
       a.id AS alert_id, a.reference, a.outcome
     FROM unnest($1::text[], $2::text[]) AS f (customer_ref, transaction_id)
     JOIN transactions t ON t.customer_ref = f.customer_ref AND t.transaction_id = f.transaction_id AND t.current
     LEFT JOIN alerts a ON a.customer_ref = t.customer_ref AND a.id = t.alert_id AND a.status <> 'withdrawn'`,
    [found.map(({ customerRef }) => customerRef), found.map(({ transactionId }) => transactionId)],
  )
  const known = new Map(
    z
      .array(describedRow)
      .parse(rows)
      .map((row) => [`${row.customer_ref} ${row.transaction_id}`, row]),
  )
  return found.flatMap(({ customerRef, transactionId, rules }) => {
    const row = known.get(`${customerRef} ${transactionId}`)
    if (row === undefined) return []
    const alert =
      row.alert_id === null || row.reference === null
        ? null
        : { id: row.alert_id, reference: row.reference, outcome: row.outcome }
    return [
      {
        transactionId,
        customerRef: row.customer_known ? customerRef : null,
        occurredAt: row.occurred_at.getTime(),
        amountMinor: row.amount_minor,
        currency: row.currency,
        channel: row.channel,
        rules,
        alert,
      },
    ]
  })
}
