import type { RuleSet } from '../screening/rule.ts'
import { hourOfWeekOccurrences } from '../time/hour-of-week.ts'
import type { Interval } from '../time/interval.ts'
import { countCombinations } from './count-combinations.ts'
import { openLocalQuarters, quartersOfDay } from './local-quarters.ts'
import { compareRuleSets, type Comparison, createMarks, markHits, type Side } from './mark-hits.ts'
import { createOutcomeStack, type OutcomeStack, readOutcomes } from './outcome-stack.ts'
import { countCustomers, type QuestionBudget } from './count-customers.ts'
import { countWhen } from './count-when.ts'
import type { PostingDetail, TailChunk } from './tail-chunk.ts'
import type { WhatIfResult } from './what-if-result.ts'

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
  const local = openLocalQuarters(question.window, question.zone)
  const currencies: string[] = []
  const combinations = countCombinations(comparison)
  const when = countWhen(local.days.length)
  const customers = countCustomers(question.budget)
  const [lost, gained, askedByBoth] = [createOutcomeStack(), createOutcomeStack(), createOutcomeStack()]
  /** Each row goes to one stack, by who asks: what both ask about is weighed once. */
  const stacks = [null, lost, gained, askedByBoth] as const
  const marks = createMarks()
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
        const localDay = quarters.day[quarter]!
        if (localDay < 0) continue
        const askers = combinations.add(marks, row, chunk.answer[row]!)
        when.add(localDay, quarters.hour[quarter]!, askers)
        stacks[askers]!.add(chunk, row, currencyOf[chunk.place[row]!]!)
        const day = firstDay + Math.floor(quarter / quartersOfDay)
        customers.add(chunk.customers[row * 2]!, chunk.customers[row * 2 + 1]!, day, askers)
      }
    },
    read() {
      const counted = customers.read()
      const outcomes = (...all: OutcomeStack[]) => readOutcomes(currencies, all)
      const readSide = (side: Side, only: OutcomeStack) => ({
        ...when.read(side),
        ...counted[side],
        rules: combinations.readRules(side),
        outcomes: outcomes(askedByBoth, only),
      })
      return {
        window: { from: question.window.from, to: question.window.to },
        zone: question.zone,
        transactions,
        base: readSide('base', lost),
        draft: readSide('draft', gained),
        gained: outcomes(gained),
        lost: outcomes(lost),
        overlap: combinations.readOverlap('draft'),
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
