import type { Language } from '../language/language.ts'
import type { TransactionLine } from '../screening/transaction.ts'
import type { SeededRandom } from '../statistics/seeded-random.ts'
import { clothes, type DemoItem, groceries, milks } from './catalogue.ts'
import { type City, homeCities } from './cities.ts'
import { type DemoTransaction, meant } from './demo-transaction.ts'
import type { DemoYear } from './demo-year.ts'
import { plantShopOddities } from './shop-oddities.ts'
import { basketLine, receipt, usualSize } from './receipt.ts'
import { drawMinute, liveliness, onlineHours, shoppingHours } from './rhythm.ts'

/** What stays the same about a customer of the demo shop. */
export interface ShopCustomer {
  readonly ref: string
  readonly segment: 'loyalty' | 'loyalty-gold'
  readonly language: Language
  readonly home: City
  /** Index of the first day as a customer. */
  readonly since: number
  /** Visits on an average day. */
  readonly visitRate: number
  /** Share of visits that happen on the web. */
  readonly onlineShare: number
  /** European sizes. */
  readonly clothesSize: number
  readonly shoeSize: number
  readonly milk: DemoItem
  readonly favourites: readonly DemoItem[]
}

export function drawShopCustomer(random: SeededRandom, ref: string, year: DemoYear): ShopCustomer {
  return {
    ref,
    segment: random.chance(0.2) ? 'loyalty-gold' : 'loyalty',
    language: random.weightedPick(['pl', 'en', 'ru'] as const, (one) => ({ pl: 80, en: 10, ru: 10 })[one]),
    home: random.pick(homeCities),
    since: random.chance(0.6) ? 0 : random.int(0, year.days.length - 60),
    visitRate: random.lognormal(0.13, 0.4),
    onlineShare: random.pick([0, 0.1, 0.3, 0.8]),
    clothesSize: 34 + 2 * random.int(0, 8),
    shoeSize: random.int(36, 45),
    milk: random.weightedPick(milks, ({ sku }) => (sku === 'milk-2' ? 50 : 25)),
    favourites: random.shuffle(groceries).slice(0, 12),
  }
}

/**
 * A customer's year of receipts in the order of time, and unless it is calm now and then a wrong size, a wrong carton, something
 * scanned twice.
 */
export function liveShopYear(
  random: SeededRandom,
  customer: ShopCustomer,
  year: DemoYear,
  kind: 'eventful' | 'calm' = 'eventful',
): DemoTransaction[] {
  const receipts = year.days.slice(customer.since).flatMap((day) =>
    Array.from({ length: random.poisson(customer.visitRate * liveliness(day, null)) }, () => {
      const online = random.chance(customer.onlineShare)
      const occurredAt = year.at(day.index, drawMinute(random, online ? onlineHours : shoppingHours))
      return meant(receipt(customer, occurredAt, online ? 'online' : 'pos', fillBasket(random, customer)))
    }),
  )
  const oddities = kind === 'calm' ? [] : plantShopOddities(random.fork('oddities'), customer, year, receipts)
  return [...receipts, ...oddities].sort((a, b) => a.transaction.occurredAt - b.transaction.occurredAt)
}

function fillBasket(random: SeededRandom, customer: ShopCustomer): TransactionLine[] {
  const wanted: DemoItem[] = random
    .shuffle(customer.favourites)
    .slice(0, Math.max(1, Math.min(9, random.poisson(4))))
  if (random.chance(0.45)) wanted.push(customer.milk)
  if (random.chance(0.22)) wanted.push(random.weightedPick(clothes, ({ share }) => share))
  return wanted.map((item, i) =>
    basketLine(
      i + 1,
      item,
      item.category === null ? random.weightedPick([1, 2, 3, 4], (n) => 8 / n ** 2) : 1,
      usualSize(customer, item),
    ),
  )
}
