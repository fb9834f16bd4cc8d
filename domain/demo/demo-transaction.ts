import type { Transaction } from '../screening/transaction.ts'

/** What a transaction of the demo really was; nobody sees it until somebody asks the customer. */
export type Truth = 'mistake' | 'fraud'

export interface DemoTransaction {
  readonly transaction: Transaction
  /** null: it was meant. */
  readonly truth: Truth | null
  /** What the mistake would have cost, in minor units; null unless it was one. */
  readonly costMinor: number | null
}

const blank = { payee: null, merchant: null, place: null, cardPresent: null, lines: [] } as const

type Draft = Partial<Transaction> &
  Pick<Transaction, 'id' | 'customerRef' | 'occurredAt' | 'channel' | 'amountMinor' | 'currency'>

/** A transaction of the demo from what matters about it. */
export function meant(draft: Draft): DemoTransaction {
  return { transaction: { ...blank, segment: null, language: null, ...draft }, truth: null, costMinor: null }
}

/** The same, but it should not have happened like this; `costMinor` is what it would have cost. */
export function unmeant(draft: Draft, truth: Truth, costMinor: number): DemoTransaction {
  return { ...meant(draft), truth, costMinor: truth === 'mistake' ? costMinor : null }
}
