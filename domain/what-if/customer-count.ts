import { orderNumbers } from './order-numbers.ts'
import type { SideResult } from './what-if-result.ts'
import { widened } from './widened.ts'

/** At most so many questions to one customer in so many days (of UTC). */
export interface QuestionBudget {
  readonly questions: number
  readonly days: number
}

/** Which rule set asks: 1 the base, 2 the draft, 3 both. */
export type Askers = 1 | 2 | 3

type Counted = Pick<SideResult, 'customers' | 'overBudget'>

interface Side {
  customers: number
  overBudget: number
}

type Sides = Readonly<Record<'base' | 'draft', Side>>

/**
 * Counts customers and those whom a rule set asks more often than the budget allows; questions may come in any order. They are kept
 * as they come and brought together by customer in the end: a hash table of customers would look each of them up in memory that no
 * cache holds, which takes four times as long as sorting them.
 */
export class CustomerCount {
  readonly #budget: QuestionBudget | null
  #lows = new Uint32Array(1 << 12)
  #highs = new Uint32Array(1 << 12)
  /** The day and, in the two lowest bits, who asks. */
  #questions = new Int32Array(1 << 12)
  #size = 0

  constructor(budget: QuestionBudget | null) {
    this.#budget = budget
  }

  /** A question to the customer with this hash, on a UTC day; one whom nobody knows (hash 0, 0) is not counted. */
  add(high: number, low: number, day: number, askers: Askers): void {
    if (low === 0) return
    if (this.#size === this.#lows.length) this.#grow()
    this.#lows[this.#size] = low
    this.#highs[this.#size] = high
    this.#questions[this.#size++] = (day << 2) | askers
  }

  read(): { readonly base: Counted; readonly draft: Counted } {
    const lows = this.#lows
    const highs = this.#highs
    const questions = this.#questions
    const size = this.#size
    const order = orderNumbers(lows, size)
    const counts = { base: { customers: 0, overBudget: 0 }, draft: { customers: 0, overBudget: 0 } }
    for (let from = 0; from < size;) {
      const low = lows[order[from]!]
      const high = highs[order[from]!]
      let to = from
      let inBase = 0
      let inDraft = 0
      let isShared = false
      for (; to < size; to++) {
        const place = order[to]!
        if (lows[place] !== low) break
        if (highs[place] !== high) isShared = true
        inBase += questions[place]! & 1
        inDraft += (questions[place]! >> 1) & 1
      }
      if (isShared) this.#countApart(order.subarray(from, to), counts)
      else this.#count(order, from, to, inBase, inDraft, counts)
      from = to
    }
    const counted = (side: Side) => (this.#budget === null ? { ...side, overBudget: null } : side)
    return { base: counted(counts.base), draft: counted(counts.draft) }
  }

  /** The questions to one customer, at the places `[from, to)` of the order: a view of them is made only where it is needed. */
  #count(
    order: Uint32Array,
    from: number,
    to: number,
    inBase: number,
    inDraft: number,
    { base, draft }: Sides,
  ): void {
    if (inBase > 0) base.customers++
    if (inDraft > 0) draft.customers++
    const budget = this.#budget
    if (budget === null) return
    if (inBase > budget.questions && isBeyond(budget, this.#daysOf(order.subarray(from, to), 1)))
      base.overBudget++
    if (inDraft > budget.questions && isBeyond(budget, this.#daysOf(order.subarray(from, to), 2)))
      draft.overBudget++
  }

  /** The questions to several customers who have one lower half. */
  #countApart(places: Uint32Array, counts: Sides): void {
    const highs = this.#highs
    for (const high of new Set(Array.from(places, (place) => highs[place]!))) {
      const own = places.filter((place) => highs[place] === high)
      this.#count(own, 0, own.length, this.#asked(own, 1), this.#asked(own, 2), counts)
    }
  }

  #asked(places: Uint32Array, asker: 1 | 2): number {
    return places.filter((place) => (this.#questions[place]! & asker) !== 0).length
  }

  /** The days on which a rule set asks, ascending. */
  #daysOf(places: Uint32Array, asker: 1 | 2): number[] {
    return Array.from(places, (place) => this.#questions[place]!)
      .filter((question) => (question & asker) !== 0)
      .map((question) => question >> 2)
      .sort((a, b) => a - b)
  }

  #grow(): void {
    const length = this.#size * 2
    this.#lows = widened(this.#lows, length)
    this.#highs = widened(this.#highs, length)
    this.#questions = widened(this.#questions, length)
  }
}

/** Whether more than the allowed questions fall within any of the budget's days. */
function isBeyond(budget: QuestionBudget, days: readonly number[]): boolean {
  for (let last = budget.questions; last < days.length; last++) {
    if (days[last - budget.questions]! > days[last]! - budget.days) return true
  }
  return false
}
