import { precisionOf } from './precision-of.ts'
import { answerMask, answers, sampledBit, takenBackBit, type Answer, type TailChunk } from './tail-chunk.ts'
import { type Heap, type MoneyByCurrency, type Outcomes } from './what-if-result.ts'

const pending = answers.indexOf('pending')
const mistake = answers.indexOf('mistake')
const fraud = answers.indexOf('fraud')
const unreachable = answers.indexOf('unreachable')

/** Adds up outcomes of rows; `currency` is the row's place in the list of currencies. */
export interface OutcomeStack {
  add(chunk: TailChunk, row: number, currency: number): void
  read(): Outcomes
}

/** The list of currencies may grow meanwhile. Sums are of whole minor units, so their order does not matter. */
export function createOutcomeStack(currencies: readonly string[]): OutcomeStack {
  const counts = new Float64Array(answers.length)
  /** `currency x answers + answer`: a purchase has an amount and, as a mistake or fraud, harm. */
  let amounts = new Float64Array(4 * answers.length)
  let harms = new Float64Array(4 * answers.length)
  let takenBackAmounts = new Float64Array(4)
  let takenBack = 0
  let neverAskedTakenBack = 0
  let sampledKnown = 0
  let sampledCaught = 0

  function widen() {
    const width = currencies.length * 2
    amounts = widened(amounts, width * answers.length)
    harms = widened(harms, width * answers.length)
    takenBackAmounts = widened(takenBackAmounts, width)
  }

  function add(chunk: TailChunk, row: number, currency: number): void {
    if (currency >= takenBackAmounts.length) widen()
    const code = chunk.answer[row]!
    const answer = code & answerMask
    counts[answer]!++
    amounts[currency * answers.length + answer]! += chunk.amounts[row]!
    if (answer === mistake || answer === fraud)
      harms[currency * answers.length + answer]! += sumOf(chunk.harmRows, chunk.harms, row)
    if ((code & takenBackBit) !== 0) {
      takenBack++
      if (answer === 0) neverAskedTakenBack++
      takenBackAmounts[currency]! += sumOf(chunk.takenBack.rows, chunk.takenBack.amounts, row)
    }
    if ((code & sampledBit) !== 0 && answer > pending && answer !== unreachable) {
      sampledKnown++
      if (answer === mistake || answer === fraud) sampledCaught++
    }
  }

  const money = (of: (currency: number) => number): MoneyByCurrency =>
    Object.fromEntries(
      currencies
        .map((currency, i): [string, number] => [currency, of(i)])
        .filter(([, sum]) => sum > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )

  return {
    add,
    read() {
      const by = answers.map((answer, i): [Answer, Heap] => [
        answer,
        {
          transactions: counts[i]!,
          amount: money((c) => amounts[c * answers.length + i] ?? 0),
          harm: money((c) => harms[c * answers.length + i] ?? 0),
        },
      ])
      const whole = (sums: Float64Array) =>
        money((c) =>
          sums.subarray(c * answers.length, (c + 1) * answers.length).reduce((all, one) => all + one, 0),
        )
      return {
        all: {
          transactions: counts.reduce((all, count) => all + count, 0),
          amount: whole(amounts),
          harm: whole(harms),
        },
        by: Object.fromEntries(by) as Record<Answer, Heap>,
        precision: precisionOf((answer) => counts[answers.indexOf(answer)]!),
        takenBack: { transactions: takenBack, amount: money((c) => takenBackAmounts[c] ?? 0) },
        neverAskedTakenBack,
        sampled: { known: sampledKnown, caught: sampledCaught },
      }
    },
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

function widened(column: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(length)
  wider.set(column)
  return wider
}
