import type { Language } from '../language/language.ts'
import type { SeededRandom } from '../statistics/seeded-random.ts'
import { type City, euroCities, holidayCities, homeCities } from './cities.ts'
import { type DemoTransaction, meant } from './demo-transaction.ts'
import type { DemoYear } from './demo-year.ts'
import { plantBankOddities } from './bank-oddities.ts'
import { near } from './near.ts'
import { localMerchants, pickMerchant, webMerchants } from './merchants.ts'
import { drawMinute, liveliness, payingHours } from './rhythm.ts'

/** What stays the same about a customer of the demo bank. */
export interface BankCustomer {
  readonly ref: string
  readonly segment: 'private' | 'premium' | 'business'
  readonly language: Language
  readonly currency: 'PLN' | 'EUR'
  readonly home: City
  /** Index of the first day as a customer. */
  readonly since: number
  readonly payday: number
  /** How much this customer spends compared with an average one. */
  readonly wealth: number
  /** Card payments on an average day. */
  readonly cardRate: number
  readonly bills: readonly {
    readonly payee: string
    readonly name: string
    readonly day: number
    readonly amountMinor: number
  }[]
}

const segmentShares = { private: 75, premium: 15, business: 10 } as const
const wealthOf = { private: 1, premium: 2.2, business: 4 } as const
const billPayees = ['Czynsz', 'Energia', 'Internet', 'Ubezpieczenie', 'Przedszkole', 'Oszczędności']
/** Billed by use; the others are the same every month. */
const metered = new Set(['Energia'])
const zlotyPerEuro = 4.3

/** Draws a customer: two in three were there before the year began, the others arrive during it. */
export function drawBankCustomer(random: SeededRandom, ref: string, year: DemoYear): BankCustomer {
  const segment = random.weightedPick(
    ['private', 'premium', 'business'] as const,
    (one) => segmentShares[one],
  )
  const currency = random.chance(0.12) ? 'EUR' : 'PLN'
  const wealth = wealthOf[segment] * random.lognormal(1, 0.3)
  const base = 52_000 * wealth * (currency === 'EUR' ? 1 / zlotyPerEuro : 1)
  return {
    ref,
    segment,
    currency,
    wealth,
    language: random.weightedPick(['pl', 'en', 'ru'] as const, (one) => ({ pl: 78, en: 12, ru: 10 })[one]),
    home: random.weightedPick(currency === 'EUR' ? euroCities : homeCities, () => 1),
    since: random.chance(0.65) ? 0 : random.int(0, year.days.length - 60),
    payday: random.weightedPick([1, 10, 25, 28], (day) => (day === 10 ? 4 : 1)),
    cardRate: random.lognormal(0.16, 0.35),
    bills: random
      .shuffle(billPayees)
      .slice(0, random.int(2, 4))
      .map((name, i) => ({
        payee: `${ref}-payee-${i + 1}`,
        name,
        day: random.int(2, 27),
        amountMinor: Math.round(base * (0.5 + random.uniform() * 1.3)),
      })),
  }
}

/**
 * A customer's year in the order of time: bills, card payments, the web, and unless it is calm holidays and now
 * and then a slip or a thief.
 */
export function liveBankYear(
  random: SeededRandom,
  customer: BankCustomer,
  year: DemoYear,
  kind: 'eventful' | 'calm' = 'eventful',
): DemoTransaction[] {
  const holiday = kind === 'calm' ? null : drawHoliday(random.fork('holiday'), customer)
  const payments = year.days.slice(customer.since).flatMap((day) => {
    const away = holiday !== null && day.index >= holiday.from && day.index < holiday.to ? holiday.city : null
    const lively = liveliness(day, customer.payday)
    return [
      ...payBills(random, customer, year, day.index, day.dayOfMonth),
      ...Array.from({ length: random.poisson(customer.cardRate * lively * (away ? 2 : 1)) }, () =>
        payByCard(
          random,
          customer,
          year.at(day.index, drawMinute(random, payingHours)),
          away ?? customer.home,
        ),
      ),
    ]
  })
  const oddities = kind === 'calm' ? [] : plantBankOddities(random.fork('oddities'), customer, year, payments)
  return [...payments, ...oddities].sort((a, b) => a.transaction.occurredAt - b.transaction.occurredAt)
}

function drawHoliday(random: SeededRandom, customer: BankCustomer) {
  if (!random.chance(0.45)) return null
  const from = random.int(customer.since, 355)
  return { from, to: from + random.int(4, 12), city: random.pick(holidayCities) }
}

/** What every transaction of a customer carries; its id is given when all are in order. */
function own({ ref, segment, language, currency }: BankCustomer) {
  return { id: '', customerRef: ref, segment, language, currency }
}

function payBills(
  random: SeededRandom,
  customer: BankCustomer,
  year: DemoYear,
  day: number,
  dayOfMonth: number,
) {
  return customer.bills
    .filter((bill) => bill.day === dayOfMonth)
    .map((bill) =>
      meant({
        ...own(customer),
        occurredAt: year.at(day, drawMinute(random, payingHours)),
        channel: 'transfer',
        amountMinor: metered.has(bill.name)
          ? Math.round(bill.amountMinor * (0.85 + random.uniform() * 0.3))
          : bill.amountMinor,
        payee: { ref: bill.payee, name: bill.name },
      }),
    )
}

/** An everyday payment near `where`, or on the web. */
export function payByCard(
  random: SeededRandom,
  customer: BankCustomer,
  occurredAt: number,
  where: City,
): DemoTransaction {
  const inPerson = random.chance(0.8)
  const merchant = pickMerchant(random, inPerson ? localMerchants : webMerchants)
  const local = customer.currency === 'EUR' ? 1 / zlotyPerEuro : 1
  return meant({
    ...own(customer),
    occurredAt,
    channel: 'card',
    amountMinor: Math.max(
      100,
      Math.round(merchant.typicalMinor * Math.sqrt(customer.wealth) * local * random.lognormal(1, 0.35)),
    ),
    merchant: { ref: merchant.ref, name: merchant.name, country: where.country, mcc: merchant.mcc },
    place: inPerson ? near(random, where) : null,
    cardPresent: inPerson,
  })
}
