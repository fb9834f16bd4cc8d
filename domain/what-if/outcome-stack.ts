import { answerMask, answers, sampledBit, takenBackBit, type Answer, type TailChunk } from './tail-chunk.ts'
import { type Heap, type MoneyByCurrency, type Outcomes } from './what-if-result.ts'

const pending = answers.indexOf('pending')
const mistake = answers.indexOf('mistake')
const fraud = answers.indexOf('fraud')
const unreachable = answers.indexOf('unreachable')

/** Adds up outcomes of rows. */
export interface OutcomeStack {
  add(chunk: TailChunk, row: number): void
  read(): Outcomes
}

/** Sums are of whole minor units, so their order does not matter. */
export function createOutcomeStack(): OutcomeStack {
  const counts = new Float64Array(answers.length)
  const amounts = answers.map(() => new Map<string, number>())
  const harms = answers.map(() => new Map<string, number>())
  const takenBackAmounts = new Map<string, number>()
  let takenBack = 0
  let neverAskedTakenBack = 0
  let sampledKnown = 0
  let sampledCaught = 0

  function add(chunk: TailChunk, row: number): void {
    const code = chunk.answer[row]!
    const answer = code & answerMask
    const { currency } = chunk.places[chunk.place[row]!]!
    counts[answer]!++
    const ofAnswer = amounts[answer]!
    ofAnswer.set(currency, (ofAnswer.get(currency) ?? 0) + chunk.amounts[row]!)
    if (answer === mistake || answer === fraud) {
      const harm = sumOf(chunk.harmRows, chunk.harms, row)
      if (harm > 0) harms[answer]!.set(currency, (harms[answer]!.get(currency) ?? 0) + harm)
    }
    if ((code & takenBackBit) !== 0) {
      takenBack++
      if (answer === 0) neverAskedTakenBack++
      const amount = sumOf(chunk.takenBack.rows, chunk.takenBack.amounts, row)
      takenBackAmounts.set(currency, (takenBackAmounts.get(currency) ?? 0) + amount)
    }
    if ((code & sampledBit) !== 0 && answer > pending && answer !== unreachable) {
      sampledKnown++
      if (answer === mistake || answer === fraud) sampledCaught++
    }
  }

  return {
    add,
    read: () => ({
      all: {
        transactions: counts.reduce((sum, count) => sum + count, 0),
        amount: together(amounts),
        harm: together(harms),
      },
      by: Object.fromEntries(
        answers.map((answer, i): [Answer, Heap] => [
          answer,
          { transactions: counts[i]!, amount: sorted(amounts[i]!), harm: sorted(harms[i]!) },
        ]),
      ) as Record<Answer, Heap>,
      takenBack: { transactions: takenBack, amount: sorted(takenBackAmounts) },
      neverAskedTakenBack,
      sampled: { known: sampledKnown, caught: sampledCaught },
    }),
  }
}

/** The sum of the numbers of one row; rows ascend and may repeat. */
function sumOf(rows: Uint32Array, numbers: Float64Array, row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]! < row) low = middle + 1
    else high = middle
  }
  let sum = 0
  for (; rows[low] === row; low++) sum += numbers[low]!
  return sum
}

function together(parts: readonly ReadonlyMap<string, number>[]): MoneyByCurrency {
  const all = new Map<string, number>()
  for (const part of parts)
    for (const [currency, sum] of part) all.set(currency, (all.get(currency) ?? 0) + sum)
  return sorted(all)
}

function sorted(sums: ReadonlyMap<string, number>): MoneyByCurrency {
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}
