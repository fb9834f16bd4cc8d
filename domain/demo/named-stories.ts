import type { SeededRandom } from '../statistics/seeded-random.ts'
import { type BankCustomer, liveBankYear, payByCard } from './bank-customer.ts'
import { clothes, groceries, milks } from './catalogue.ts'
import { distantCities, homeCities } from './cities.ts'
import { type DemoTransaction, meant, type Truth, unmeant } from './demo-transaction.ts'
import type { DemoYear } from './demo-year.ts'
import { electronicsMerchant, insecureMerchant } from './merchants.ts'
import { basketLine, receipt } from './receipt.ts'
import { liveShopYear, type ShopCustomer } from './shop-customer.ts'

/** One of the field's own examples: a customer whom a person finds by name, and what happened to them in the last days. */
export interface NamedStory {
  readonly customerRef: string
  /** The rule that makes it worth asking. */
  readonly rule: string
  /** The sender's id of the transaction that was worth asking about. */
  readonly transactionId: string
  readonly transactions: readonly DemoTransaction[]
}

const minutesOfHour = (hour: number, minute: number) => hour * 60 + minute

/** The eight examples, in the order in which the field tells them. The last days of `year` are theirs. */
export function namedStories(random: SeededRandom, year: DemoYear): NamedStory[] {
  const today = year.days.length
  const story = (
    customerRef: string,
    rule: string,
    before: readonly DemoTransaction[],
    event: (id: string) => DemoTransaction,
  ): NamedStory => {
    const transactionId = `${customerRef}-${rule}`
    const last = event(transactionId)
    const earlier = before.filter(({ transaction }) => transaction.occurredAt < last.transaction.occurredAt)
    return { customerRef, rule, transactionId, transactions: [...earlier, last] }
  }
  const live = (customer: BankCustomer) => liveBankYear(random.fork(customer.ref), customer, year, 'calm')
  const shop = (customer: ShopCustomer) => liveShopYear(random.fork(customer.ref), customer, year, 'calm')

  const anna = bankCustomer('anna-nowak', 'pl', [180_000, 95_000, 62_000])
  const piotr = bankCustomer('piotr-wisniewski', 'pl', [140_000, 70_000])
  const katarzyna = bankCustomer('katarzyna-wojcik', 'pl', [235_000, 150_000, 120_000])
  const tomasz = bankCustomer('tomasz-kaminski', 'pl', [110_000, 80_000])
  const emily = bankCustomer('emily-carter', 'en', [160_000, 90_000])
  const oleg = bankCustomer('oleg-petrov', 'ru', [128_000, 74_000])
  const ewa = shopCustomer('ewa-kowalczyk', 'pl', 38, milks[0])
  const jan = shopCustomer('jan-lewandowski', 'pl', 50, milks[1])
  const rent = katarzyna.bills[0]!
  const lesson = oleg.bills[0]!
  const paid = {
    ...ofBank(oleg),
    channel: 'transfer',
    amountMinor: lesson.amountMinor,
    payee: payeeOf(lesson),
  } as const

  return [
    story(anna.ref, 'large-payment', live(anna), (id) =>
      meant({
        ...ofBank(anna),
        id,
        occurredAt: year.at(today - 1, minutesOfHour(11, 42)),
        channel: 'transfer',
        amountMinor: 10_000_000,
        payee: { ref: 'developer-nadwislanska', name: 'Nadwiślańska Development' },
      }),
    ),
    story(piotr.ref, 'far-above-usual', live(piotr), (id) =>
      meant({
        ...ofBank(piotr),
        id,
        occurredAt: year.at(today - 1, minutesOfHour(16, 5)),
        channel: 'card',
        amountMinor: electronicsMerchant.typicalMinor,
        merchant: {
          ref: electronicsMerchant.ref,
          name: electronicsMerchant.name,
          country: 'PL',
          mcc: '5732',
        },
        place: placeOf(piotr),
        cardPresent: true,
      }),
    ),
    story(katarzyna.ref, 'slipped-digit', live(katarzyna), (id) =>
      unmeant(
        {
          ...ofBank(katarzyna),
          id,
          occurredAt: year.at(today - 2, minutesOfHour(19, 20)),
          channel: 'transfer',
          amountMinor: rent.amountMinor * 10,
          payee: payeeOf(rent),
        },
        'mistake',
        rent.amountMinor * 9,
      ),
    ),
    story(tomasz.ref, 'insecure-merchant', live(tomasz), (id) =>
      meant({
        ...ofBank(tomasz),
        id,
        occurredAt: year.at(today - 1, minutesOfHour(21, 10)),
        channel: 'card',
        amountMinor: insecureMerchant.typicalMinor,
        merchant: {
          ref: insecureMerchant.ref,
          name: insecureMerchant.name,
          country: 'CY',
          mcc: insecureMerchant.mcc,
        },
        cardPresent: false,
      }),
    ),
    story(
      emily.ref,
      'far-from-usual-places',
      [
        ...live(emily),
        payByCard(random.fork('emily-lunch'), emily, year.at(today - 1, minutesOfHour(12, 15)), emily.home),
      ],
      (id) => thief(id, emily, year.at(today - 1, minutesOfHour(15, 40))),
    ),
    story(ewa.ref, 'another-size', keepApart(blousesOf(ewa, year), shop(ewa)), (id) =>
      unmeant(
        {
          ...receipt(ewa, year.at(today - 1, minutesOfHour(17, 30)), 'online', [
            basketLine(1, clothes[0], 1, '44'),
          ]),
          id,
        },
        'mistake',
        clothes[0].priceMinor,
      ),
    ),
    story(jan.ref, 'broken-habit', keepApart(milkOf(jan, year), shop(jan)), (id) =>
      unmeant(
        {
          ...receipt(jan, year.at(today - 1, minutesOfHour(18, 45)), 'pos', [
            basketLine(1, groceries[0], 1, null),
            basketLine(2, milks[0], 2, null),
          ]),
          id,
        },
        'mistake',
        milks[0].priceMinor * 2,
      ),
    ),
    story(
      oleg.ref,
      'paid-twice',
      [...live(oleg), meant({ ...paid, id: '', occurredAt: year.at(today - 1, minutesOfHour(20, 3)) })],
      (id) =>
        unmeant(
          { ...paid, id, occurredAt: year.at(today - 1, minutesOfHour(20, 15)) },
          'mistake',
          paid.amountMinor,
        ),
    ),
  ]
}

function bankCustomer(
  ref: string,
  language: 'pl' | 'en' | 'ru',
  billsMinor: readonly number[],
): BankCustomer {
  const names = ['Czynsz', 'Przedszkole', 'Energia']
  return {
    ref,
    segment: 'private',
    language,
    currency: 'PLN',
    home: homeCities[0],
    since: 0,
    payday: 10,
    wealth: 1,
    cardRate: 0.3,
    bills: billsMinor.map((amountMinor, i) => ({
      payee: `${ref}-payee-${i + 1}`,
      name: names[i]!,
      day: 3 + 4 * i,
      amountMinor,
    })),
  }
}

function shopCustomer(
  ref: string,
  language: 'pl' | 'en' | 'ru',
  clothesSize: number,
  milk: ShopCustomer['milk'],
): ShopCustomer {
  return {
    ref,
    language,
    segment: 'loyalty-gold',
    home: homeCities[0],
    since: 0,
    visitRate: 0.25,
    onlineShare: 0.2,
    clothesSize,
    shoeSize: 39,
    milk,
    favourites: groceries.slice(0, 12),
  }
}

function ofBank({ ref, segment, language, currency }: BankCustomer) {
  return { customerRef: ref, segment, language, currency }
}

function payeeOf({ payee, name }: BankCustomer['bills'][number]) {
  return { ref: payee, name }
}

function placeOf({ home: { lat, lon, country } }: BankCustomer) {
  return { lat, lon, country }
}

/** The card that was used in Warsaw at lunch is used in New York in the afternoon. */
function thief(id: string, customer: BankCustomer, occurredAt: number): DemoTransaction {
  const { lat, lon, country } = distantCities[0]
  const truth: Truth = 'fraud'
  return unmeant(
    {
      ...ofBank(customer),
      id,
      occurredAt,
      channel: 'card',
      amountMinor: 186_000,
      merchant: { ref: 'm-us-electronics', name: 'Fifth Avenue Electronics', country, mcc: '5732' },
      place: { lat, lon, country },
      cardPresent: true,
    },
    truth,
    186_000,
  )
}

/** Enough blouses in one size to know it, whatever chance brings. */
function blousesOf(customer: ShopCustomer, year: DemoYear): DemoTransaction[] {
  return [40, 95, 150, 205, 260, 315].map((day, i) =>
    meant(
      receipt(customer, year.at(day, minutesOfHour(16, 10)), 'pos', [
        basketLine(1, clothes[i % 2 === 0 ? 0 : 1], 1, String(customer.clothesSize)),
      ]),
    ),
  )
}

const apartMs = 2 * 3_600_000

/** The certain receipts, with those of chance that no other one is near: nothing may look as if it had been bought twice. */
function keepApart(
  certain: readonly DemoTransaction[],
  chance: readonly DemoTransaction[],
): DemoTransaction[] {
  const kept = [...certain]
  for (const one of chance) {
    const isNear = ({ transaction }: DemoTransaction) =>
      Math.abs(transaction.occurredAt - one.transaction.occurredAt) < apartMs
    if (!kept.some(isNear)) kept.push(one)
  }
  return kept.sort((a, b) => a.transaction.occurredAt - b.transaction.occurredAt)
}

/** A carton of the usual milk every week. */
function milkOf(customer: ShopCustomer, year: DemoYear): DemoTransaction[] {
  return year.days
    .filter(({ weekday, index }) => weekday === 6 && index > 200)
    .map(({ index }) =>
      meant(
        receipt(customer, year.at(index, minutesOfHour(10, 20)), 'pos', [
          basketLine(1, customer.milk, 2, null),
        ]),
      ),
    )
}
