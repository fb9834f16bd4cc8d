import type { Rate } from '../statistics/rate.ts'
import type { Answer } from './tail-chunk.ts'

/** Minor units by currency; a currency without any is left out. */
export type MoneyByCurrency = Readonly<Record<string, number>>

/** Transactions of one kind and what they were about. */
export interface Heap {
  readonly transactions: number
  /** The amounts of the transactions. */
  readonly amount: MoneyByCurrency
  /** Of mistakes and frauds what they were about; of everything else nothing. */
  readonly harm: MoneyByCurrency
}

/** A set of transactions by what came of them. */
export interface Outcomes {
  readonly all: Heap
  readonly by: Readonly<Record<Answer, Heap>>
  /** Worth-asking precision of those whose answer history knows: the others were not asked then. */
  readonly precision: Rate
  /** Something was taken back within a day; whatever else is known of the question. Their money is what was taken back. */
  readonly takenBack: { readonly transactions: number; readonly amount: MoneyByCurrency }
  /** Of `neverAsked` those of which something was taken back within a day: mistakes that history knows without a question. */
  readonly neverAskedTakenBack: number
  /** Asked by the random sample below all thresholds, with a known answer: how many, and how many of them were mistake or fraud. */
  readonly sampled: { readonly known: number; readonly caught: number }
}

/** What one rule set would have done. */
export interface SideResult {
  /** Transactions asked about. */
  readonly asked: number
  /** Distinct known customers among them; those whom nobody knows are not counted. */
  readonly customers: number
  /** Customers who would have been asked more often than the question budget allows; null without a budget. */
  readonly overBudget: number | null
  readonly rules: readonly RuleResult[]
  readonly outcomes: Outcomes
  /** Transactions asked about by local day, in order. */
  readonly byDay: readonly number[]
  /** By local hour of the week: 168 numbers, Monday 00:00 first. */
  readonly byHourOfWeek: readonly number[]
}

export interface RuleResult {
  readonly rule: string
  /** Transactions on which the rule fires, and those on which no other does. */
  readonly asked: number
  readonly alone: number
  readonly by: Readonly<Record<Answer, number>>
  readonly precision: Rate
  readonly takenBack: number
}

/** A draft measured against a base on history: exact for every threshold, from readings as they were stored at the time. */
export interface WhatIfResult {
  /** Epoch milliseconds, half-open. */
  readonly window: { readonly from: number; readonly to: number }
  /** IANA name; days and hours of the week are its. */
  readonly zone: string
  /** Purchases in the window, asked about or not. */
  readonly transactions: number
  readonly base: SideResult
  readonly draft: SideResult
  /** Asked about by the draft alone, and by the base alone. */
  readonly gained: Outcomes
  readonly lost: Outcomes
  /** How often two rules of the draft fire on one transaction: `[rule][rule]`, on the diagonal how often each fires. */
  readonly overlap: readonly (readonly number[])[]
  /** Local dates (ISO) of `byDay`. */
  readonly days: readonly string[]
  /** How often each hour of the week lies in the window. */
  readonly hourOccurrences: readonly number[]
}
