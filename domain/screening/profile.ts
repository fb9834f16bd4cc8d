import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { forgetHabits, type HabitHistory, rememberHabits } from './habit-history.ts'
import { forgetItems, type ItemHistory, rememberItems } from './item-history.ts'
import { forgetPayment, type PaymentHistory, rememberPayment } from './payment-history.ts'
import { forgetPlace, type Presence, rememberPlace, type UsualPlace } from './place-history.ts'
import {
  forgetBasket,
  forgetRecentPayment,
  type RecentBasket,
  type RecentPayments,
  rememberBasket,
  rememberRecentPayment,
} from './recent-purchases.ts'
import { shortKey } from './short-key.ts'
import { forgetSizes, rememberSizes, type SizeHistory } from './size-history.ts'
import type { Transaction } from './transaction.ts'

/**
 * What is remembered about one customer: plain JSON, every list in event-time order, oldest first. Columns `t` hold epoch
 * milliseconds, columns `k` the short key of the transaction that an entry came from. Usually 2 to 6 kB of JSON; the
 * bounds of all lists together keep it below `profileBytesAtMost`.
 */
export interface CustomerProfile {
  v: 1
  /** The last 64 amounts per kind of payment (channel and currency). */
  payments: PaymentHistory[]
  recentPayments: RecentPayments
  recentBaskets: RecentBasket[]
  /** The last quantities per item; the item bought longest ago is dropped first. */
  items: ItemHistory[]
  sizes: SizeHistory[]
  habits: HabitHistory[]
  places: UsualPlace[]
  /** The last payments in person with their exact place. */
  presences: Presence[]
  /** The last alerts, for merging hits on one subject. */
  alerts: RecentAlert[]
  /** When this customer was asked, epoch milliseconds, for the question budget. */
  questionsAt: number[]
}

export interface RecentAlert {
  subject: string
  alertId: string
  /** Epoch milliseconds of the transaction. */
  at: number
}

export const profileBytesAtMost = 128 * 1024

const alertLimit = 16
const questionLimit = 16
const mergeMs = 60_000

export function emptyProfile(): CustomerProfile {
  return {
    v: 1,
    payments: [],
    recentPayments: { t: [], k: [], to: [], amounts: [] },
    recentBaskets: [],
    items: [],
    sizes: [],
    habits: [],
    places: [],
    presences: [],
    alerts: [],
    questionsAt: [],
  }
}

/** Adds a transaction at its own time; late ones are put where they belong, full lists drop their oldest entry. Mutates. */
export function remember(profile: CustomerProfile, transaction: Transaction): void {
  const key = shortKey(transaction.id)
  rememberPayment(profile.payments, key, transaction)
  rememberRecentPayment(profile.recentPayments, key, transaction)
  rememberPlace(profile.places, profile.presences, key, transaction)
  if (transaction.lines.length === 0) return
  rememberBasket(profile.recentBaskets, key, transaction)
  rememberItems(profile.items, key, transaction)
  rememberSizes(profile.sizes, key, transaction)
  rememberHabits(profile.habits, key, transaction)
}

/**
 * Takes back what a superseded transaction contributed, as far as it is still remembered; what it pushed out of a full
 * list does not come back. Mutates.
 */
export function forget(profile: CustomerProfile, transaction: Pick<Transaction, 'id'>): void {
  const key = shortKey(transaction.id)
  forgetPayment(profile.payments, key)
  forgetRecentPayment(profile.recentPayments, key)
  forgetPlace(profile.places, profile.presences, key)
  forgetBasket(profile.recentBaskets, key)
  forgetItems(profile.items, key)
  forgetSizes(profile.sizes, key)
  forgetHabits(profile.habits, key)
}

/** Notes an alert so that further hits on its subject can be merged. Mutates. */
export function rememberAlert(profile: CustomerProfile, alert: RecentAlert): void {
  profile.alerts.push(alert)
  profile.alerts.sort((a, b) => a.at - b.at)
  if (profile.alerts.length > alertLimit) profile.alerts.shift()
}

/** Notes that the customer was asked at `at` (epoch milliseconds). Mutates. */
export function rememberQuestion(profile: CustomerProfile, at: number): void {
  profile.questionsAt.push(at)
  profile.questionsAt.sort((a, b) => a - b)
  if (profile.questionsAt.length > questionLimit) profile.questionsAt.shift()
}

/** The alert on the same subject at most 60 seconds away from `at` (epoch milliseconds), the nearest one, or null. */
export function findRecentAlert(profile: CustomerProfile, subject: string, at: number): RecentAlert | null {
  let nearest: RecentAlert | null = null
  for (const alert of profile.alerts) {
    if (alert.subject !== subject || Math.abs(alert.at - at) > mergeMs) continue
    if (nearest === null || Math.abs(alert.at - at) < Math.abs(nearest.at - at)) nearest = alert
  }
  return nearest
}

const numbers = z.array(z.number())
const columns = { t: numbers, k: numbers }
const point = { lat: z.number(), lon: z.number(), country: z.string().nullable() }

const schema = z.object({
  v: z.literal(1),
  payments: z.array(z.object({ channel: z.string(), currency: z.string(), ...columns, amounts: numbers })),
  recentPayments: z.object({ ...columns, to: numbers, amounts: numbers }),
  recentBaskets: z.array(z.object({ t: z.number(), k: z.number(), items: numbers, quantities: numbers })),
  items: z.array(z.object({ item: z.number(), ...columns, quantities: numbers })),
  sizes: z.array(
    z.object({
      category: z.string(),
      system: z.string(),
      ...columns,
      positions: numbers,
      labels: z.array(z.string()),
    }),
  ),
  habits: z.array(
    z.object({ group: z.string(), attributes: z.array(z.string()), ...columns, bits: numbers }),
  ),
  places: z.array(z.object({ ...point, ...columns })),
  presences: z.array(z.object({ t: z.number(), k: z.number(), ...point })),
  alerts: z.array(z.object({ subject: z.string(), alertId: z.string(), at: z.number() })),
  questionsAt: numbers,
})

/** A stored profile, checked. Throws `AppError('internal')` for anything else: a profile is only ever written by the product. */
export function parseProfile(json: unknown): CustomerProfile {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new AppError('internal', {
    message: `A stored customer profile cannot be read: ${parsed.error.message}`,
    userMessage: 'This customer’s history cannot be read. Ask an administrator to rebuild it.',
    cause: parsed.error,
  })
}
