import type { Transaction, TransactionLine } from '../screening/transaction.ts'
import type { SeededRandom } from '../statistics/seeded-random.ts'
import { clothes, milks } from './catalogue.ts'
import { type DemoTransaction, meant, unmeant } from './demo-transaction.ts'
import type { DemoYear } from './demo-year.ts'
import { basketLine, receipt, usualSize } from './receipt.ts'
import type { ShopCustomer } from './shop-customer.ts'

const minuteMs = 60_000
const settledDays = 45

/** Most customers meet an oddity once or more often in the year; some of those are meant (a present, a guest). */
export function plantShopOddities(
  random: SeededRandom,
  customer: ShopCustomer,
  year: DemoYear,
  receipts: readonly DemoTransaction[],
): DemoTransaction[] {
  const settled = year.at(customer.since + settledDays, 0)
  const later = receipts.filter(({ transaction }) => transaction.occurredAt > settled)
  if (later.length === 0) return []
  return Array.from({ length: random.int(0, 3) }, () =>
    plantOddity(random, customer, random.pick(later).transaction),
  )
}

function plantOddity(random: SeededRandom, customer: ShopCustomer, before: Transaction): DemoTransaction {
  const occurredAt = before.occurredAt + Math.round((5 + random.uniform() * 30) * minuteMs)
  const channel = before.channel === 'online' ? 'online' : 'pos'
  const told = (lines: readonly TransactionLine[], wrong: boolean) => {
    const draft = receipt(customer, occurredAt, channel, lines)
    return wrong ? unmeant(draft, 'mistake', lines[0]!.amountMinor) : meant(draft)
  }
  switch (
    random.weightedPick(
      ['size', 'carton', 'twice', 'zero'] as const,
      (one) => ({ size: 35, carton: 20, twice: 35, zero: 10 })[one],
    )
  ) {
    case 'size': {
      const item = random.weightedPick(clothes, ({ share }) => share)
      const usual = Number(usualSize(customer, item))
      const other = usual + (item.category === 'shoes' ? 3 : 6) * (random.chance(0.5) ? 1 : -1)
      return told([basketLine(1, item, 1, String(other))], random.chance(0.45))
    }
    case 'carton': {
      const other = random.pick(milks.filter((milk) => milk !== customer.milk))
      return told([basketLine(1, other, 2, null)], random.chance(0.5))
    }
    case 'twice':
      return told(before.lines, random.chance(0.7))
    case 'zero': {
      const item = random.pick(customer.favourites)
      return told([basketLine(1, item, 100, null)], random.chance(0.8))
    }
  }
}
