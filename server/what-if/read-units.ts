import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type AdvisorUnits } from '../../domain/advisor/advisor-units.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { type SignalLevel } from '../../domain/screening/signal-key.ts'
import { type Interval } from '../../domain/time/interval.ts'
import { type LoadedChunk } from '../../domain/what-if/tally.ts'
import { dayMs } from '../../domain/what-if/local-quarters.ts'
import { readingKinds } from '../../domain/what-if/reading-kinds.ts'
import { answerMask, answers, takenBackBit } from '../../domain/what-if/tail-chunk.ts'
import { type OnDay } from './measure.ts'
import { listDays, readDays } from './read-days.ts'
import { wholeTails } from './read-tails.ts'

const fitShare = 0.6
/** The regression needs some 600 bytes of memory for each. */
const mostUnitsInMemory = 1_000_000
const mistake = answers.indexOf('mistake')
const fraud = answers.indexOf('fraud')
const countRow = z.object({ day: z.int(), units: z.int() })

interface Draft {
  readonly steps: Uint16Array
  readonly amount: number
  readonly caught: boolean
  readonly purchase: number
  readonly day: number
}

/** Units of an advice, with the day (epoch milliseconds) from which they judge. */
export interface ReadUnits {
  readonly units: AdvisorUnits
  readonly judgedFrom: number
}

/**
 * Purchases, or lines, of known customers in one currency on the days of a window, parted where three of five have gone by. A line
 * counts as caught when it was taken back within a day, a purchase also when its question was answered as a mistake or fraud.
 *
 * @throws AppError `unprocessable` when more than `mostUnits` of them reach some signal's floor.
 */
export async function readUnits(
  client: ClientBase,
  { window, level, currency }: { window: Interval; level: SignalLevel; currency: string },
  onDay: OnDay,
  mostUnits = mostUnitsInMemory,
): Promise<ReadUnits> {
  const totals = await countUnits(client, window, level, currency)
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0)
  let gone = 0
  let splitDay = Math.floor(window.from / dayMs)
  for (const [day, count] of totals) {
    if (gone + count > fitShare * all) break
    gone += count
    splitDay = day + 1
  }
  const kinds = readingKinds.map((kind, k) => ({ kind, k })).filter(({ kind }) => kind.level === level)
  const drafts: Draft[] = []
  const heads = await listDays(client, window)
  const places = kinds.map(({ k }) => k)
  let purchases = 0
  let done = 0
  for await (const { day, parts } of readDays(client, heads, wholeTails(true))) {
    for (const part of parts) {
      collect(part, { day, places, currency, first: purchases, isLine: level === 'line' }, drafts)
      purchases += part.chunk.rows
    }
    if (drafts.length > mostUnits) throw tooMany(mostUnits)
    await onDay(++done, heads.length)
  }
  return {
    judgedFrom: splitDay * dayMs,
    units: {
      strengths: kinds.map((_, i) => Uint16Array.from(drafts, ({ steps }) => steps[i]!)),
      amounts: Float64Array.from(drafts, ({ amount }) => amount),
      caught: Uint8Array.from(drafts, ({ caught }) => (caught ? 1 : 0)),
      purchases: Uint32Array.from(drafts, ({ purchase }) => purchase),
      split: drafts.filter(({ day }) => day < splitDay).length,
      fitTotal: gone,
      judgeTotal: all - gone,
    },
  }
}

function tooMany(mostUnits: number): AppError {
  return new AppError('unprocessable', {
    userMessage: `The advisor weighs at most ${mostUnits} unusual purchases at once. Choose a shorter window.`,
    details: { reason: 'tooManyUnusual', most: mostUnits },
  })
}

/** Askable units by day: lines of services have no readings, nobody can be asked about them. */
async function countUnits(client: ClientBase, window: Interval, level: SignalLevel, currency: string) {
  const line =
    level === 'line'
      ? `JOIN transaction_lines l ON l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id
           AND l.revision = t.revision AND jsonb_array_length(l.signals->'values') > 0`
      : ''
  const { rows } = await client.query(
    `SELECT floor(extract(epoch FROM t.occurred_at) / 86400)::int AS day, count(*)::int AS units
     FROM transactions t ${line}
     WHERE t.occurred_at >= $1 AND t.occurred_at < $2 AND t.current AND t.kind = 'purchase' AND t.customer_known AND t.currency = $3
     GROUP BY 1 ORDER BY 1`,
    [
      new Date(Math.floor(window.from / dayMs) * dayMs),
      new Date(Math.ceil(window.to / dayMs) * dayMs),
      currency,
    ],
  )
  return new Map(
    z
      .array(countRow)
      .parse(rows)
      .map(({ day, units }) => [day, units]),
  )
}

function collect(
  { chunk, details }: LoadedChunk,
  about: { day: number; places: readonly number[]; currency: string; first: number; isLine: boolean },
  drafts: Draft[],
): void {
  const found = new Map<number, Draft>()
  const wide = 65_536
  const takenBack = new Set(
    Array.from(chunk.takenBack.rows, (row, i) => row * wide + chunk.takenBack.lineNos[i]!),
  )
  about.places.forEach((k, i) => {
    const { rows, steps, amounts } = chunk.postings[k]!
    const { lineNos } = details![k]!
    for (let entry = 0; entry < rows.length; entry++) {
      const row = rows[entry]!
      const isKnown = chunk.customers[row * 2 + 1] !== 0
      if (!isKnown || chunk.places[chunk.place[row]!]!.currency !== about.currency) continue
      const key = row * wide + lineNos[entry]!
      let draft = found.get(key)
      if (draft === undefined) {
        const code = chunk.answer[row]!
        const answer = code & answerMask
        draft = {
          steps: new Uint16Array(about.places.length),
          amount: about.isLine ? amounts![entry]! : chunk.amounts[row]!,
          caught: about.isLine
            ? takenBack.has(key)
            : answer === mistake || answer === fraud || (code & takenBackBit) !== 0,
          purchase: about.first + row,
          day: about.day,
        }
        found.set(key, draft)
      }
      draft.steps[i] = Math.max(draft.steps[i]!, steps[entry]! + 1)
    }
  })
  drafts.push(...[...found].sort(([a], [b]) => a - b).map(([, draft]) => draft))
}
