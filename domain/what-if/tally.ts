import { type RuleSet } from '../screening/rule.ts'
import { hourOfWeekOccurrences } from '../time/hour-of-week.ts'
import { type Interval } from '../time/interval.ts'
import { createCustomerIndex } from './customer-index.ts'
import { openLocalQuarters, quartersOfDay } from './local-quarters.ts'
import { compareRuleSets, type Comparison, createMarks, markHits } from './mark-hits.ts'
import { createOutcomeStack, type OutcomeStack, readOutcomes } from './outcome-stack.ts'
import { countBudget, type QuestionBudget } from './question-budget.ts'
import { type At, createSideTally } from './side-tally.ts'
import { type PostingDetail, type TailChunk } from './tail-chunk.ts'
import { type WhatIfResult } from './what-if-result.ts'

export interface WhatIfQuestion {
  readonly base: RuleSet
  readonly draft: RuleSet
  /** Epoch milliseconds, half-open, its edges on quarter hours. */
  readonly window: Interval
  /** IANA name. */
  readonly zone: string
  readonly budget: QuestionBudget | null
}

/** A part of a day, or of a span of days, that was read. */
export interface LoadedChunk {
  readonly chunk: TailChunk
  /** null until somebody needs them. */
  readonly details: readonly PostingDetail[] | null
}

/** Measures a draft against a base, part by part of history in any order. */
export interface Tally {
  readonly comparison: Comparison
  /** All purchases of the day, once a day; by quarter hour where an edge of the window lies within the day. */
  addPurchases(day: number, purchases: number | Uint32Array): void
  /** A part of a day; or of a span of `days` from `firstDay` on, of which only those that are `included` count. */
  addChunk(loaded: LoadedChunk, firstDay: number, days?: number, included?: (day: number) => boolean): void
  read(): WhatIfResult
}

export function createTally(question: WhatIfQuestion): Tally {
  const comparison = compareRuleSets(question.base, question.draft)
  const index = createCustomerIndex()
  const { words } = comparison
  const local = openLocalQuarters(question.window, question.zone)
  const currencies: string[] = []
  const base = createSideTally(question.base, words, local.days.length)
  const draft = createSideTally(question.draft, words, local.days.length)
  const customers = countBudget(question.budget)
  /** Each row goes to one stack: what both ask about is weighed once. */
  const askedByBoth = createOutcomeStack()
  const gained = createOutcomeStack()
  const lost = createOutcomeStack()
  const marks = createMarks()
  const at: At = { local: 0, hour: 0 }
  let transactions = 0

  return {
    comparison,
    addPurchases(day, purchases) {
      if (typeof purchases === 'number') {
        transactions += purchases
        return
      }
      const quarters = local.of(day)
      purchases.forEach((count, q) => {
        if (quarters.day[q]! >= 0) transactions += count
      })
    },
    addChunk({ chunk, details }, firstDay, days, included) {
      markHits(comparison, chunk, details, marks)
      const quarters = local.of(firstDay, days, included)
      const currencyOf = Uint16Array.from(chunk.places, ({ currency }) => numberOf(currencies, currency))
      for (let i = 0; i < marks.size; i++) {
        const row = marks.rows[i]!
        const quarter = chunk.quarter[row]!
        at.local = quarters.day[quarter]!
        if (at.local < 0) continue
        let inBase = 0
        let inDraft = 0
        for (let w = row * words; w < (row + 1) * words; w++) {
          inBase |= marks.base[w]!
          inDraft |= marks.draft[w]!
        }
        at.hour = quarters.hour[quarter]!
        if (inBase !== 0) base.add(chunk, row, marks.base, at)
        if (inDraft !== 0) draft.add(chunk, row, marks.draft, at)
        const stack = inBase === 0 ? gained : inDraft === 0 ? lost : askedByBoth
        stack.add(chunk, row, currencyOf[chunk.place[row]!]!)
        const customer = index.numberOf(chunk.customers[row * 2]!, chunk.customers[row * 2 + 1]!)
        if (customer < 0) continue
        const day = firstDay + Math.floor(quarter / quartersOfDay)
        customers.add(customer, day, inBase === 0 ? 2 : inDraft === 0 ? 1 : 3)
      }
    },
    read() {
      const counted = customers.read()
      const outcomes = (...stacks: OutcomeStack[]) => readOutcomes(currencies, stacks)
      return {
        window: { from: question.window.from, to: question.window.to },
        zone: question.zone,
        transactions,
        base: base.read(outcomes(askedByBoth, lost), counted.base),
        draft: draft.read(outcomes(askedByBoth, gained), counted.draft),
        gained: outcomes(gained),
        lost: outcomes(lost),
        overlap: draft.overlap(),
        days: local.days,
        hourOccurrences: hourOfWeekOccurrences(question.window, question.zone),
      }
    },
  }
}

/** The place of a text in a list, to whose end it goes when it is new. */
function numberOf(list: string[], text: string): number {
  const found = list.indexOf(text)
  return found < 0 ? list.push(text) - 1 : found
}
