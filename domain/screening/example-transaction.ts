import type { Transaction, TransactionLine } from './transaction.ts'

/** 2 March 2026, 10:00 UTC. */
export const exampleTime = Date.UTC(2026, 2, 2, 10)

export const exampleDay = 86_400_000

/** A complete transaction for the reference page: a transfer of 250 PLN, with what the example is about put over it. */
export function exampleTransaction(over: Partial<Transaction> & { readonly id: string }): Transaction {
  return {
    customerRef: 'example-customer',
    segment: null,
    language: null,
    occurredAt: exampleTime,
    channel: 'transfer',
    amountMinor: 25_000,
    currency: 'PLN',
    payee: null,
    merchant: null,
    place: null,
    cardPresent: null,
    lines: [],
    ...over,
  }
}

export function exampleLine(over: Partial<TransactionLine>): TransactionLine {
  return {
    lineNo: 1,
    sku: 'example-item',
    name: null,
    category: null,
    group: null,
    quantity: 1,
    unitPrice: '25.00',
    amountMinor: 2_500,
    size: null,
    attributes: [],
    ...over,
  }
}

/** One earlier transaction a day, oldest first, the last one the day before `exampleTime`. */
export function exampleHistory(days: number, make: (day: number) => Partial<Transaction>): Transaction[] {
  return Array.from({ length: days }, (_, day) =>
    exampleTransaction({
      id: `earlier-${day + 1}`,
      occurredAt: exampleTime - (days - day) * exampleDay,
      ...make(day),
    }),
  )
}
