import type { Language } from '../language/language.ts'

export const channels = ['transfer', 'card', 'pos', 'online'] as const

/** How the money moves: bank transfer, card (bank's view), till (shop's view), online basket. */
export type Channel = (typeof channels)[number]

/** A transaction as the evaluator sees it: parsed, trusted, money in minor units. */
export interface Transaction {
  /** The sender's id. */
  readonly id: string
  /** `null` when nobody knows the customer: then only signals about items and merchants can have a value. */
  readonly customerRef: string | null
  readonly segment: string | null
  readonly language: Language | null
  /** Epoch milliseconds: when it happened for the customer. */
  readonly occurredAt: number
  readonly channel: Channel
  /** A safe integer in minor units of `currency` (grosze, cents), above 0. */
  readonly amountMinor: number
  /** ISO 4217. */
  readonly currency: string
  readonly payee: { readonly ref: string; readonly name: string | null } | null
  readonly merchant: {
    readonly ref: string
    readonly name: string | null
    /** ISO 3166-1 alpha-2. */
    readonly country: string | null
    /** ISO 18245, four digits. */
    readonly mcc: string | null
  } | null
  /** Degrees, WGS 84. */
  readonly place: { readonly lat: number; readonly lon: number; readonly country: string | null } | null
  /** `null` when the sender does not say. */
  readonly cardPresent: boolean | null
  readonly lines: readonly TransactionLine[]
}

/** One item of a basket or invoice. */
export interface TransactionLine {
  /** From 1, in the order of the basket. */
  readonly lineNo: number
  readonly sku: string
  readonly name: string | null
  /** What sizes are compared in: `blouse`, `shoes`. */
  readonly category: string | null
  /** What habits are counted in: `milk`. */
  readonly group: string | null
  /** Above 0; may be fractional (weighed goods). */
  readonly quantity: number
  /** Decimal string in the transaction's currency. */
  readonly unitPrice: string
  /** quantity x unitPrice, rounded half up to minor units. */
  readonly amountMinor: number
  readonly size: string | null
  /** `lactose-free`, `organic`; sorted, without repeats. */
  readonly attributes: readonly string[]
}
