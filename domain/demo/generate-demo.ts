import type { RuleSet } from '../screening/rule.ts'
import { seededRandom } from '../statistics/seeded-random.ts'
import { drawBankCustomer, liveBankYear } from './bank-customer.ts'
import { firstDemoRuleSet, secondDemoRuleSet } from './demo-rule-sets.ts'
import type { DemoTransaction } from './demo-transaction.ts'
import { demoYear } from './demo-year.ts'
import { type NamedStory, namedStories } from './named-stories.ts'
import { drawShopCustomer, liveShopYear } from './shop-customer.ts'

/** Twelve months of a bank and a shop, to be screened in this order. */
export interface DemoOrganisation {
  readonly name: string
  /** IANA zone. */
  readonly zone: string
  /** In the order in which they happened. */
  readonly transactions: readonly DemoTransaction[]
  /** In order; each decides from its `createdAt` on. */
  readonly ruleSets: readonly RuleSet[]
  readonly stories: readonly NamedStory[]
}

export interface DemoSize {
  readonly bankCustomers: number
  readonly shopCustomers: number
}

export const fullDemo: DemoSize = { bankCustomers: 400, shopCustomers: 400 }

const seed = 'worth-asking-demo'
const zone = 'Europe/Warsaw'
const reviewDay = 196

/**
 * The demo organisation's year up to the day before `now` (epoch milliseconds): the same people doing the same things at the
 * same distance from today, whenever it is made.
 */
export function generateDemo(now: number, size: DemoSize = fullDemo): DemoOrganisation {
  const random = seededRandom(seed)
  const year = demoYear(now, zone)
  const stories = namedStories(random.fork('stories'), year)
  const bank = numbered('b', size.bankCustomers).flatMap((ref) => {
    const own = random.fork(ref)
    return liveBankYear(own, drawBankCustomer(own.fork('who'), ref, year), year)
  })
  const shop = numbered('s', size.shopCustomers).flatMap((ref) => {
    const own = random.fork(ref)
    return liveShopYear(own, drawShopCustomer(own.fork('who'), ref, year), year)
  })
  const transactions = [...bank, ...shop, ...stories.flatMap((story) => story.transactions)]
    .filter(({ transaction }) => transaction.occurredAt < year.at(year.days.length, 0))
    .sort((a, b) => a.transaction.occurredAt - b.transaction.occurredAt)
    .map(identify)
  return {
    name: 'Nadwiślański Bank & Market',
    zone,
    transactions,
    ruleSets: [firstDemoRuleSet(year.at(0, 0)), secondDemoRuleSet(year.at(reviewDay, 9 * 60))],
    stories,
  }
}

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}-${String(i + 1).padStart(4, '0')}`)
}

/** The stories' own ids stay; everything else is numbered in the order of time. */
function identify(one: DemoTransaction, index: number): DemoTransaction {
  const { transaction } = one
  if (transaction.id !== '') return one
  const kind = transaction.lines.length > 0 ? 'receipt' : 'payment'
  return { ...one, transaction: { ...transaction, id: `${kind}-${String(index + 1).padStart(6, '0')}` } }
}
