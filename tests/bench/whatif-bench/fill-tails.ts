import { type DuckDBConnection } from '@duckdb/node-api'
import { type Client } from 'pg'
import { channels } from '../../../domain/screening/transaction.ts'
import { buildDayTail } from '../../../domain/what-if/build-day-tail.ts'
import { packDay } from '../../../domain/what-if/pack-day.ts'
import { type Answer } from '../../../domain/what-if/tail-chunk.ts'
import { type TailRow } from '../../../domain/what-if/tail-row.ts'
import { storeDay } from '../../../server/what-if/refresh-days.ts'
import { dayCount, firstDay, readingColumns } from './columns.ts'

const transactionReadings = readingColumns.filter((name) => name.startsWith('transaction_')).length
const none: readonly null[] = []
const dayMs = 86_400_000
const quarterMs = 900_000

/** Stores the tails of all days of the table `purchases`. */
export async function fillTails(duck: DuckDBConnection, client: Client): Promise<void> {
  for (let d = 0; d < dayCount; d++) {
    const day = firstDay + d
    const read = await duck.runAndReadAll(
      `SELECT i, quarter, customer, answer, eur, channel, harm, ${readingColumns.join(', ')} FROM purchases WHERE day = ${day}`,
    )
    await storeDay(client, day, packDay(buildDayTail(toRows(day, read.getColumnsJS() as unknown[][]))))
    if (d % 50 === 0) console.error(`${d} of ${dayCount} days`)
  }
}

function* toRows(day: number, columns: readonly (readonly unknown[])[]): Generator<TailRow> {
  const [ids, quarters, customers, answers, euros, channelsOf, harms, ...readings] = columns
  for (let r = 0; r < ids!.length; r++) {
    const values = readings.map((column) => column[r] as number | null)
    const lineValues = values.slice(transactionReadings)
    yield {
      transactionId: String(ids![r]),
      customerRef: String(customers![r]),
      customerKnown: true,
      occurredAt: day * dayMs + (quarters![r] as number) * quarterMs,
      segment: null,
      channel: channels[channelsOf![r] as number]!,
      currency: euros![r] === true ? 'EUR' : 'PLN',
      amountMinor: values[0]!,
      answer: answers![r] as Answer,
      sampled: false,
      harmMinor: harms![r] as number,
      values: values.slice(0, transactionReadings),
      histories: none,
      lines: [
        { lineNo: 1, amountMinor: lineValues[0]!, takenBackMinor: 0, values: lineValues, histories: none },
      ],
    }
  }
}
