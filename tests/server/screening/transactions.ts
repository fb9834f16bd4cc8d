import { hashTransaction } from '../../../server/screening/screening.ts'
import { type DecisionRequest } from '../../../server/screening/decision.ts'
import { type Transaction } from '../../../domain/screening/transaction.ts'

export const noon = Date.UTC(2026, 2, 1, 12)
export const dayMs = 86_400_000

/** A transfer of Anna's; the tests change what they are about. */
export function transfer(change: Partial<Transaction> & { readonly id: string }): Transaction {
  return {
    customerRef: 'anna',
    segment: null,
    language: 'pl',
    occurredAt: noon,
    channel: 'transfer',
    amountMinor: 10_000,
    currency: 'PLN',
    payee: { ref: 'landlord', name: 'Landlord' },
    merchant: null,
    place: null,
    cardPresent: null,
    lines: [],
    ...change,
  }
}

export function basketLine(sku: string, quantity: number, lineNo = 1): Transaction['lines'][number] {
  return {
    lineNo,
    sku,
    name: null,
    category: null,
    group: null,
    quantity,
    unitPrice: '1.00',
    amountMinor: quantity * 100,
    size: null,
    attributes: [],
  }
}

export function request(transaction: Transaction): DecisionRequest {
  return { transaction, bodyHash: hashTransaction(transaction), idempotency: null }
}
