import { type Transaction, type TransactionLine } from '../../../domain/screening/transaction.ts'

const start = Date.UTC(2026, 0, 1)

/** A seeded sequence in [0, 1) (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Transactions of `customers` people in order of time, two thirds bank payments and one third baskets of one to eight lines;
 * about one in fifty is unlike its customer (larger, repeated, far away, another size or habit). Every 20 seconds somebody
 * pays: 2 000 customers pay about twice a day each.
 */
export function makeStream(count: number, customers: number, seed: number): Transaction[] {
  const random = seeded(seed)
  const pick = (n: number) => Math.floor(random() * n)
  const items = Array.from({ length: 400 }, (_, i) => ({
    sku: `SKU-${1000 + i}`,
    price: 300 + ((i * 7919) % 9_000),
    clothes: i % 10 === 0,
    milk: i % 10 === 1,
  }))
  const names = Array.from({ length: customers }, (_, i) => `customer-${i}`)
  return Array.from({ length: count }, (_, n): Transaction => {
    const customer = pick(customers)
    const odd = random() < 0.02
    const usual = 2_000 + ((customer * 7907) % 50_000)
    const kind = pick(3)
    const lines: TransactionLine[] = []
    if (kind === 2) {
      for (let lineNo = 1, last = 1 + pick(8); lineNo <= last; lineNo++) {
        const item = items[(customer * 13 + pick(30)) % items.length]!
        const quantity = 1 + pick(4) * (odd ? 40 : 1)
        lines.push({
          lineNo,
          sku: item.sku,
          name: item.sku,
          category: item.clothes ? 'blouse' : null,
          group: item.milk ? 'milk' : null,
          quantity,
          unitPrice: (item.price / 100).toFixed(2),
          amountMinor: item.price * quantity,
          size: item.clothes ? String(36 + 2 * (customer % 4) + (odd ? 8 : 0)) : null,
          attributes: item.milk && customer % 2 === 0 && !odd ? ['lactose-free'] : [],
        })
      }
    }
    const spread = Math.round(usual * (0.5 + random() + (random() < 0.1 ? 2 : 0)) * (odd ? 30 : 1))
    const inPerson = kind === 1 && random() < 0.7
    return {
      id: `tx-${seed}-${n}`,
      customerRef: random() < 0.05 && kind === 2 ? null : names[customer]!,
      segment: customer % 5 === 0 ? 'premium' : null,
      language: 'pl',
      occurredAt: start + n * 20_000,
      channel: kind === 0 ? 'transfer' : kind === 1 ? 'card' : 'pos',
      amountMinor: kind === 2 ? lines.reduce((sum, line) => sum + line.amountMinor, 0) : spread,
      currency: customer % 4 === 0 ? 'EUR' : 'PLN',
      payee: kind === 0 ? { ref: `payee-${customer}-${pick(6)}`, name: 'Gas works' } : null,
      merchant:
        kind === 1
          ? { ref: `merchant-${pick(500)}`, name: null, country: 'PL', mcc: pick(50) === 0 ? '7995' : '5411' }
          : null,
      place: inPerson
        ? {
            lat: 52.2 + random() / 10 - (odd ? 38 : 0),
            lon: 21 + random() / 10 + (odd ? 79 : 0),
            country: null,
          }
        : null,
      cardPresent: kind === 1 ? inPerson : null,
      lines,
    }
  })
}
