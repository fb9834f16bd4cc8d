import { type SideResult } from './what-if-result.ts'

/** At most so many questions to one customer in so many days (of UTC). */
export interface QuestionBudget {
  readonly questions: number
  readonly days: number
}

/** Which rule set asks: 1 the base, 2 the draft, 3 both. */
export type Askers = 1 | 2 | 3

type Counted = Pick<SideResult, 'customers' | 'overBudget'>

/** Counts customers and those whom a rule set asks more often than the budget allows; questions may come in any order. */
export interface BudgetCount {
  /** A question to a customer, by number, on a UTC day. */
  add(customer: number, day: number, askers: Askers): void
  read(): { readonly base: Counted; readonly draft: Counted }
}

export function countBudget(budget: QuestionBudget | null): BudgetCount {
  let customers = new Int32Array(1 << 10)
  /** The day and, in the two lowest bits, who asks. */
  let questions = new Int32Array(1 << 10)
  let size = 0
  let known = 0

  function add(customer: number, day: number, askers: Askers): void {
    if (size === customers.length) {
      customers = twice(customers)
      questions = twice(questions)
    }
    customers[size] = customer
    questions[size++] = (day << 2) | askers
    if (customer >= known) known = customer + 1
  }

  /** The questions to each customer stand together: those of `c` from `first[c]` to before `first[c + 1]`. */
  function byCustomer() {
    const first = new Int32Array(known + 1)
    for (let i = 0; i < size; i++) first[customers[i]! + 1]!++
    for (let c = 0; c < known; c++) first[c + 1]! += first[c]!
    const next = first.slice()
    const ofCustomer = new Int32Array(size)
    for (let i = 0; i < size; i++) ofCustomer[next[customers[i]!]!++] = questions[i]!
    return { first, ofCustomer }
  }

  return {
    add,
    read() {
      const { first, ofCustomer } = byCustomer()
      const count = (asker: 1 | 2): Counted => {
        let asked = 0
        let over = 0
        for (let c = 0; c < known; c++) {
          let times = 0
          for (let i = first[c]!; i < first[c + 1]!; i++) if ((ofCustomer[i]! & asker) !== 0) times++
          if (times > 0) asked++
          if (budget === null || times <= budget.questions) continue
          const days = ofCustomer.subarray(first[c], first[c + 1]).filter((one) => (one & asker) !== 0)
          if (
            isOver(
              days.map((one) => one >> 2),
              budget,
            )
          )
            over++
        }
        return { customers: asked, overBudget: budget === null ? null : over }
      }
      return { base: count(1), draft: count(2) }
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
