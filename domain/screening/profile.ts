import { type Transaction } from './transaction.ts'

/**
 * What is remembered about one customer: plain JSON, bounded, every list in event-time order, oldest first.
 * Columns `t` hold epoch milliseconds, columns `k` the short key of the transaction that the entry came from.
 */
export interface CustomerProfile {
  v: 1
  /** The last amounts per kind of payment (channel and currency). */
  payments: PaymentHistory[]
  /** For `repeat`: payments of the last day. */
  recentPayments: RecentPayments
  /** For `repeat`: baskets of the last day. */
  recentBaskets: RecentBasket[]
  /** The last quantities per item; the item bought longest ago is dropped first. */
  items: ItemHistory[]
  sizes: SizeHistory[]
  habits: HabitHistory[]
  places: UsualPlace[]
  /** The last card-present payments with their exact place. */
  presences: Presence[]
  /** The last alerts, for merging hits on one subject. */
  alerts: RecentAlert[]
  /** When this customer was asked, epoch milliseconds, for the question budget. */
  questionsAt: number[]
}

export interface PaymentHistory {
  channel: string
  currency: string
  t: number[]
  k: number[]
  /** Minor units of `currency`. */
  amounts: number[]
}

export interface RecentPayments {
  t: number[]
  k: number[]
  /** Short key of payee or merchant together with the currency. */
  to: number[]
  amounts: number[]
}

export interface RecentBasket {
  t: number
  k: number
  /** Short keys of the items, a place for each line. */
  items: number[]
  quantities: number[]
}

export interface ItemHistory {
  /** Short key of the sku. */
  item: number
  t: number[]
  k: number[]
  quantities: number[]
}

export interface SizeHistory {
  category: string
  /** Key of the size system in which `positions` count steps. */
  system: string
  t: number[]
  k: number[]
  positions: number[]
  labels: string[]
}

export interface HabitHistory {
  group: string
  /** Attribute `i` stands for bit `i` of `bits`. */
  attributes: string[]
  t: number[]
  k: number[]
  bits: number[]
}

export interface UsualPlace {
  lat: number
  lon: number
  country: string | null
  /** The last visits. */
  t: number[]
  k: number[]
}

export interface Presence {
  t: number
  k: number
  lat: number
  lon: number
  country: string | null
}

export interface RecentAlert {
  subject: string
  alertId: string
  /** Epoch milliseconds of the transaction. */
  at: number
}

export declare function emptyProfile(): CustomerProfile
export declare function remember(profile: CustomerProfile, transaction: Transaction): void
export declare function forget(profile: CustomerProfile, transaction: Transaction): void
export declare function parseProfile(json: unknown): CustomerProfile
/** Notes an alert (last 16) so that further hits on its subject can be merged. Mutates. */
export declare function rememberAlert(profile: CustomerProfile, alert: RecentAlert): void
/** Notes that the customer was asked at `at` (epoch milliseconds; last 16). Mutates. */
export declare function rememberQuestion(profile: CustomerProfile, at: number): void
/** The alert on the same subject at most 60 seconds away from `at`, or null. */
export declare function findRecentAlert(profile: CustomerProfile, subject: string, at: number): RecentAlert | null
