import type { Transaction } from '../screening/transaction.ts'
import type { SeededRandom } from '../statistics/seeded-random.ts'
import type { BankCustomer } from './bank-customer.ts'
import { distantCities } from './cities.ts'
import { type DemoTransaction, meant, unmeant } from './demo-transaction.ts'
import type { DemoYear } from './demo-year.ts'
import { insecureMerchant } from './merchants.ts'
import { near } from './near.ts'

const minuteMs = 60_000
const settledDays = 45

/** Most customers meet a slip, an unusual purchase or a thief once or twice a year, after there is a history to compare with. */
export function plantBankOddities(
  random: SeededRandom,
  customer: BankCustomer,
  year: DemoYear,
  payments: readonly DemoTransaction[],
): DemoTransaction[] {
  const settled = year.at(customer.since + settledDays, 0)
  const bills = payments.filter(
    ({ transaction }) => transaction.channel === 'transfer' && transaction.occurredAt > settled,
  )
  const cards = payments.filter(
    ({ transaction }) => transaction.cardPresent && transaction.occurredAt > settled,
  )
  if (bills.length === 0 || cards.length === 0) return []
  return Array.from({ length: random.int(0, 2) }, () =>
    plantOddity(random, customer, random.pick(bills).transaction, random.pick(cards).transaction),
  )
}

const oddityShares = { zero: 18, twice: 22, thief: 8, grand: 44, doubtful: 8 } as const

function plantOddity(
  random: SeededRandom,
  customer: BankCustomer,
  bill: Transaction,
  card: Transaction,
): DemoTransaction {
  const later = (minutes: number) => Math.round(minutes * minuteMs)
  switch (
    random.weightedPick(['zero', 'twice', 'thief', 'grand', 'doubtful'] as const, (one) => oddityShares[one])
  ) {
    case 'zero':
      return unmeant(
        { ...bill, occurredAt: bill.occurredAt + later(4_000), amountMinor: bill.amountMinor * 10 },
        'mistake',
        bill.amountMinor * 9,
      )
    case 'twice':
      return unmeant(
        { ...bill, occurredAt: bill.occurredAt + later(2 + random.uniform() * 40) },
        'mistake',
        bill.amountMinor,
      )
    case 'thief': {
      const where = random.pick(distantCities)
      const taken = Math.round(card.amountMinor * (2 + random.uniform() * 6))
      const merchant = {
        ref: `m-${where.country.toLowerCase()}-electronics`,
        name: 'Electronics',
        country: where.country,
        mcc: '5732',
      }
      return unmeant(
        {
          ...card,
          occurredAt: card.occurredAt + later(200),
          amountMinor: taken,
          merchant,
          place: near(random, where),
        },
        'fraud',
        taken,
      )
    }
    case 'grand':
      return meant({
        ...bill,
        occurredAt: bill.occurredAt + later(3_000),
        amountMinor: Math.round(bill.amountMinor * (6.2 + random.uniform() * 14)),
        payee: { ref: `${customer.ref}-payee-once`, name: 'Salon samochodowy' },
      })
    case 'doubtful': {
      const { ref, name, mcc, typicalMinor } = insecureMerchant
      const draft = {
        ...card,
        occurredAt: card.occurredAt + later(500),
        amountMinor: Math.round(typicalMinor * random.lognormal(1, 0.5)),
        merchant: { ref, name, mcc, country: 'CY' },
        place: null,
        cardPresent: false,
      }
      return random.chance(0.4) ? unmeant(draft, 'fraud', draft.amountMinor) : meant(draft)
    }
  }
}
