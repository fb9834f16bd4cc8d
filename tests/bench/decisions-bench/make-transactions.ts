import { seededRandom } from '../../../domain/statistics/seeded-random.ts'

const customers = 5_000
const cities = [
  { lat: 52.23, lon: 21.01, country: 'PL' },
  { lat: 50.06, lon: 19.94, country: 'PL' },
  { lat: 54.35, lon: 18.65, country: 'PL' },
]

/**
 * An endless supply of new transactions of 5 000 customers: transfers to a few payees and cards in their own town, amounts around each
 * customer's own usual. Times advance, so that every one of them is the newest.
 */
export function transactionSource(prefix: string, startAt: number): () => string {
  const random = seededRandom(7)
  let count = 0
  return () => {
    const id = `${prefix}-${count}`
    const customer = random.int(0, customers - 1)
    const usual = 20 + (customer % 200)
    const amount = (usual * (0.7 + 0.6 * random.uniform())).toFixed(2)
    const card = random.chance(0.6)
    const body = {
      id,
      customer: { ref: `customer-${customer}`, segment: 'retail', language: 'pl' },
      occurredAt: new Date(startAt + count * 1_000).toISOString(),
      channel: card ? 'card' : 'transfer',
      money: { amount, currency: 'PLN' },
      ...(card
        ? {
            merchant: { ref: `shop-${count % 400}`, name: 'Shop', country: 'PL', mcc: '5411' },
            place: cities[customer % cities.length],
            cardPresent: true,
          }
        : { payee: { ref: `payee-${customer}-${count % 5}`, name: 'Payee' } }),
    }
    count++
    return JSON.stringify(body)
  }
}
