import type { RuleSet } from '../screening/rule.ts'
import { hourOfWeekOccurrences } from '../time/hour-of-week.ts'
import type { Interval } from '../time/interval.ts'
import { CombinationCount } from './combination-count.ts'
import { type LocalQuarters, openLocalQuarters, quartersOfDay } from './local-quarters.ts'
import { compareRuleSets, type Comparison, createMarks, markHits, type Side } from './mark-hits.ts'
import { OutcomeStack, readOutcomes } from './outcome-stack.ts'
import { CustomerCount, type QuestionBudget } from './customer-count.ts'
import { QuestionTimes } from './question-times.ts'
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

/**
 * Of the chunk that is being counted. A chunk is counted without a pause, so that all questions of a process share them instead of
 * making a megabyte of them each.
 */
const marks = createMarks()

/**
 * Measures a draft against a base, part by part of history in any order. A class, like all that counts rows: what is learnt about
 * its code while one question is answered is not forgotten at the next.
 */
export class Tally {
  readonly comparison: Comparison
  readonly #question: WhatIfQuestion
  readonly #local: ReturnType<typeof openLocalQuarters>
  readonly #currencies: string[] = []
  readonly #combinations: CombinationCount
  readonly #times: QuestionTimes
  readonly #customers: CustomerCount
  readonly #lost = new OutcomeStack()
  readonly #gained = new OutcomeStack()
  readonly #askedByBoth = new OutcomeStack()
  /** Each row goes to one stack, by who asks: what both ask about is weighed once. */
  readonly #stacks = [null, this.#lost, this.#gained, this.#askedByBoth] as const
  #transactions = 0

  constructor(question: WhatIfQuestion) {
    this.#question = question
    this.comparison = compareRuleSets(question.base, question.draft)
    this.#local = openLocalQuarters(question.window, question.zone)
    this.#combinations = new CombinationCount(this.comparison)
    this.#times = new QuestionTimes(this.#local.days.length)
    this.#customers = new CustomerCount(question.budget)
  }

  /** All purchases of the day, once a day; by quarter hour where an edge of the window lies within the day. */
  addPurchases(day: number, purchases: number | Uint32Array): void {
    if (typeof purchases === 'number') {
      this.#transactions += purchases
      return
    }
    const quarters = this.#local.of(day)
    purchases.forEach((count, q) => {
      if (quarters.day[q]! >= 0) this.#transactions += count
    })
  }

  /** A part of a day; or of a span of `days` from `firstDay` on, of which only those that are `included` count. */
  addChunk(
    { chunk, details }: LoadedChunk,
    firstDay: number,
    days?: number,
    included?: (day: number) => boolean,
  ): void {
    markHits(this.comparison, chunk, details, marks)
    const quarters = this.#local.of(firstDay, days, included)
    const currencyOf = Uint16Array.from(chunk.places, ({ currency }) => numberOf(this.#currencies, currency))
    this.#addMarked(chunk, firstDay, quarters, currencyOf)
  }

  #addMarked(chunk: TailChunk, firstDay: number, quarters: LocalQuarters, currencyOf: Uint16Array): void {
    for (let i = 0; i < marks.size; i++) {
      const row = marks.rows[i]!
      const quarter = chunk.quarter[row]!
      const localDay = quarters.day[quarter]!
      if (localDay < 0) continue
      const askers = this.#combinations.add(marks, row, chunk.answer[row]!)
      this.#times.add(localDay, quarters.hour[quarter]!, askers)
      this.#stacks[askers].add(chunk, row, currencyOf[chunk.place[row]!]!)
      const day = firstDay + Math.floor(quarter / quartersOfDay)
      this.#customers.add(chunk.customers[row * 2]!, chunk.customers[row * 2 + 1]!, day, askers)
    }
  }

  read(): WhatIfResult {
    const { window, zone } = this.#question
    const counted = this.#customers.read()
    const outcomes = (...all: OutcomeStack[]) => readOutcomes(this.#currencies, all)
    const readSide = (side: Side, only: OutcomeStack) => ({
      ...this.#times.read(side),
      ...counted[side],
      rules: this.#combinations.readRules(side),
      outcomes: outcomes(this.#askedByBoth, only),
    })
    return {
      window: { from: window.from, to: window.to },
      zone,
      transactions: this.#transactions,
      base: readSide('base', this.#lost),
      draft: readSide('draft', this.#gained),
      gained: outcomes(this.#gained),
      lost: outcomes(this.#lost),
      overlap: this.#combinations.readOverlap('draft'),
      days: this.#local.days,
      hourOccurrences: hourOfWeekOccurrences(window, zone),
    }
  }
}

/** The place of a text in a list, to whose end it goes when it is new. */
function numberOf(list: string[], text: string): number {
  const found = list.indexOf(text)
  return found < 0 ? list.push(text) - 1 : found
}
