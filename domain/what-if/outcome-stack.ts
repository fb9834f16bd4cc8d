import { precisionOf } from './precision-of.ts'
import { answerMask, answers, sampledBit, takenBackBit, type Answer, type TailChunk } from './tail-chunk.ts'
import type { Heap, MoneyByCurrency, Outcomes } from './what-if-result.ts'
import { widened } from './widened.ts'

const pending = answers.indexOf('pending')
const mistake = answers.indexOf('mistake')
const fraud = answers.indexOf('fraud')
const unreachable = answers.indexOf('unreachable')

/** Sums by place: `currency x answers + answer`, those of what was taken back by currency. Whole minor units, so their order does not matter. */
interface Totals {
  readonly counts: Float64Array
  amounts: Float64Array
  /** A purchase has an amount and, as a mistake or fraud, harm. */
  harms: Float64Array
  takenBackAmounts: Float64Array
  takenBack: number
  neverAskedTakenBack: number
  sampledKnown: number
  sampledCaught: number
}

/** Adds up outcomes of rows. */
export class OutcomeStack {
  readonly totals = createTotals(4)

  /** `currency` is the row's place in the list of currencies. */
  add(chunk: TailChunk, row: number, currency: number): void {
    const { totals } = this
    if (currency >= totals.takenBackAmounts.length) widen(totals, currency * 2)
    const code = chunk.answer[row]!
    const answer = code & answerMask
    const place = currency * answers.length + answer
    totals.counts[answer]!++
    totals.amounts[place]! += chunk.amounts[row]!
    if (answer === mistake || answer === fraud)
      totals.harms[place]! += sumOf(chunk.harmRows, chunk.harms, row)
    if ((code & takenBackBit) !== 0) {
      totals.takenBack++
      if (answer === 0) totals.neverAskedTakenBack++
      totals.takenBackAmounts[currency]! += sumOf(chunk.takenBack.rows, chunk.takenBack.amounts, row)
    }
    if ((code & sampledBit) !== 0 && answer > pending && answer !== unreachable) {
      totals.sampledKnown++
      if (answer === mistake || answer === fraud) totals.sampledCaught++
    }
  }
}

/** What stacks of different rows hold together; money by the names of the currencies. */
export function readOutcomes(currencies: readonly string[], stacks: readonly OutcomeStack[]): Outcomes {
  const { counts, amounts, harms, takenBackAmounts, ...totals } = addUp(stacks)
  const money = (of: (currency: number) => number): MoneyByCurrency =>
    Object.fromEntries(
      currencies
        .map((currency, i): [string, number] => [currency, of(i)])
        .filter(([, sum]) => sum > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  const whole = (sums: Float64Array) =>
    money((c) =>
      sums.subarray(c * answers.length, (c + 1) * answers.length).reduce((all, one) => all + one, 0),
    )
  const by = answers.map((answer, i): [Answer, Heap] => [
    answer,
    {
      transactions: counts[i]!,
      amount: money((c) => amounts[c * answers.length + i] ?? 0),
      harm: money((c) => harms[c * answers.length + i] ?? 0),
    },
  ])
  return {
    all: {
      transactions: counts.reduce((all, count) => all + count, 0),
      amount: whole(amounts),
      harm: whole(harms),
    },
    by: Object.fromEntries(by) as Record<Answer, Heap>,
    precision: precisionOf((answer) => counts[answers.indexOf(answer)]!),
    takenBack: { transactions: totals.takenBack, amount: money((c) => takenBackAmounts[c] ?? 0) },
    neverAskedTakenBack: totals.neverAskedTakenBack,
    sampled: { known: totals.sampledKnown, caught: totals.sampledCaught },
  }
}

function createTotals(currencies: number): Totals {
  return {
    counts: new Float64Array(answers.length),
    amounts: new Float64Array(currencies * answers.length),
    harms: new Float64Array(currencies * answers.length),
    takenBackAmounts: new Float64Array(currencies),
    takenBack: 0,
    neverAskedTakenBack: 0,
    sampledKnown: 0,
    sampledCaught: 0,
  }
}

function addUp(stacks: readonly OutcomeStack[]): Totals {
  const sum = createTotals(Math.max(...stacks.map(({ totals }) => totals.takenBackAmounts.length)))
  for (const { totals } of stacks) {
    for (const column of ['counts', 'amounts', 'harms', 'takenBackAmounts'] as const)
      totals[column].forEach((one, i) => (sum[column][i]! += one))
    for (const count of ['takenBack', 'neverAskedTakenBack', 'sampledKnown', 'sampledCaught'] as const)
      sum[count] += totals[count]
  }
  return sum
}

function widen(totals: Totals, currencies: number): void {
  totals.amounts = widened(totals.amounts, currencies * answers.length)
  totals.harms = widened(totals.harms, currencies * answers.length)
  totals.takenBackAmounts = widened(totals.takenBackAmounts, currencies)
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
