import { dropEmpty, dropLeastRecent, indexForTime, insertColumn, removeByKey } from './timed-columns.ts'
import type { Transaction } from './transaction.ts'

/** The last amounts of one kind of payment (channel and currency). */
export interface PaymentHistory {
  channel: string
  currency: string
  t: number[]
  k: number[]
  /** Minor units of `currency`. */
  amounts: number[]
}

const amountLimit = 64
const kindLimit = 8

/** The customer's history for the kind of payment that this transaction is, if any. */
export function findPayments(
  payments: readonly PaymentHistory[],
  channel: string,
  currency: string,
): PaymentHistory | undefined {
  for (const history of payments) {
    if (history.channel === channel && history.currency === currency) return history
  }
  return undefined
}

export function rememberPayment(payments: PaymentHistory[], key: number, transaction: Transaction): void {
  const { channel, currency, occurredAt, amountMinor } = transaction
  let history = findPayments(payments, channel, currency)
  if (history === undefined) {
    history = { channel, currency, t: [], k: [], amounts: [] }
    payments.push(history)
  }
  const index = indexForTime(history.t, occurredAt)
  insertColumn(history.t, index, occurredAt, amountLimit)
  insertColumn(history.k, index, key, amountLimit)
  insertColumn(history.amounts, index, amountMinor, amountLimit)
  dropLeastRecent(payments, kindLimit)
}

export function forgetPayment(payments: PaymentHistory[], key: number): void {
  for (const history of payments) removeByKey(history.k, key, [history.t, history.amounts])
  dropEmpty(payments)
}
