import { type SideResult } from './what-if-result.ts'

/** At most so many questions to one customer in so many days (of UTC). */
export interface QuestionBudget {
  readonly questions: number
  readonly days: number
}

/** Counts customers and those whom a rule set asks more often than the budget allows; questions may come in any order. */
export interface BudgetCount {
  /** A question to a customer, by number, on a UTC day. */
  add(customer: number, day: number): void
  read(): Pick<SideResult, 'customers' | 'overBudget'>
}

export function countBudget(budget: QuestionBudget | null): BudgetCount {
  let customers = new Int32Array(1 << 10)
  let days = new Int32Array(1 << 10)
  let size = 0
  let known = 0

  function add(customer: number, day: number): void {
    if (size === customers.length) {
      customers = twice(customers)
      days = twice(days)
    }
    customers[size] = customer
    days[size++] = day
    if (customer >= known) known = customer + 1
  }

  /** The days of each customer stand together: those of `c` from `first[c]` to before `first[c + 1]`. */
  function byCustomer() {
    const first = new Int32Array(known + 1)
    for (let i = 0; i < size; i++) first[customers[i]! + 1]!++
    for (let c = 0; c < known; c++) first[c + 1]! += first[c]!
    const next = first.slice()
    const ofCustomer = new Int32Array(size)
    for (let i = 0; i < size; i++) ofCustomer[next[customers[i]!]!++] = days[i]!
    return { first, ofCustomer }
  }

  return {
    add,
    read() {
      const { first, ofCustomer } = byCustomer()
      let asked = 0
      let over = 0
      for (let c = 0; c < known; c++) {
        const count = first[c + 1]! - first[c]!
        if (count > 0) asked++
        if (
          budget !== null &&
          count > budget.questions &&
          isOver(ofCustomer.subarray(first[c], first[c + 1]), budget)
        )
          over++
      }
      return { customers: asked, overBudget: budget === null ? null : over }
    },
  }
}

/** Whether more than the allowed questions fall within any of the budget's days. */
function isOver(days: Int32Array, budget: QuestionBudget): boolean {
  days.sort()
  for (let last = budget.questions; last < days.length; last++) {
    if (days[last - budget.questions]! > days[last]! - budget.days) return true
  }
  return false
}

function twice(column: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2)
  wider.set(column)
  return wider
}
