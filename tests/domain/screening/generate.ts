import fc from 'fast-check'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { basket, day, line, minute, now, payment } from './build.ts'

const sizes = fc.constantFrom('36', '38', '40', '44', 'M', 'XL', null)

const lines = fc
  .array(
    fc.record({
      sku: fc.constantFrom('milk', 'blouse', 'jar', '__proto__'),
      quantity: fc.constantFrom(1, 2, 3, 10, 100, 0.5),
      size: sizes,
      attributes: fc.uniqueArray(fc.constantFrom('lactose-free', 'organic'), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map((one, i) =>
      line({
        ...one,
        lineNo: i + 1,
        category: 'blouse',
        group: 'milk',
        amountMinor: Math.round(1_000 * one.quantity),
      }),
    ),
  )

const place = fc.constantFrom(
  null,
  { lat: 52.23, lon: 21.01, country: 'PL' },
  { lat: 50.06, lon: 19.94, country: 'PL' },
  { lat: 13.75, lon: 100.5, country: 'TH' },
)

const when = fc.oneof(
  fc.integer({ min: now - 9 * day, max: now + 9 * day }),
  fc.constantFrom(now, now - minute, now + 1),
)

const transfer = fc
  .record({
    occurredAt: when,
    amountMinor: fc.constantFrom(1_000, 10_000, 25_000, 100_000, 10_000_000),
    payee: fc.constantFrom(null, { ref: 'gas', name: 'Gas' }, { ref: 'rent', name: null }),
    currency: fc.constantFrom('PLN', 'EUR'),
    segment: fc.constantFrom(null, 'premium'),
  })
  .map(payment)

const card = fc
  .record({
    occurredAt: when,
    amountMinor: fc.integer({ min: 1, max: 900_000 }),
    place,
    cardPresent: fc.constantFrom(true, false, null),
    merchant: fc.constant({ ref: 'shop', name: 'Shop', country: 'PL', mcc: '7995' }),
  })
  .map((over) => payment({ ...over, channel: 'card' }))

const shop = fc.tuple(when, lines).map(([occurredAt, all]) => basket({ occurredAt }, ...all))

/** A transaction of customer `c-1` within nine days of `now`, before or after; its id is for the caller to give. */
export const anyTransaction: fc.Arbitrary<Transaction> = fc.oneof(transfer, card, shop)

/** Up to `maxLength` transactions, each with an id of its own, in no order of time. */
export function anyHistory(maxLength: number): fc.Arbitrary<Transaction[]> {
  return fc.array(anyTransaction, { maxLength }).map((all) => all.map((one, i) => ({ ...one, id: `h-${i}` })))
}
