import type { Transaction, TransactionLine } from './transaction.ts'

/** The name of whom a transaction pays, as a person would say it, or null when only a reference is known. */
export function counterpartyName(transaction: Transaction): string | null {
  return transaction.payee?.name ?? transaction.merchant?.name ?? null
}

/** What an item is called: its name, else its number. */
export function itemName(line: TransactionLine): string {
  return line.name ?? line.sku
}
