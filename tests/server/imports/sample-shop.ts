import { seededRandom } from '../../../domain/statistics/seeded-random.ts'

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'
const minuteMs = 60_000

/**
 * A made-up shop's CSV in the layout of Online Retail: some lines without a customer, postage, lines bought twice, quantities with a
 * digit too many, some of them taken back. The same seed, the same file.
 */
export function sampleShop(seed: string, invoices: number): string {
  const random = seededRandom(seed)
  const rows = [header]
  let at = Date.UTC(2011, 0, 3, 8)
  for (let i = 0; i < invoices; i++) {
    at += random.int(1, 25) * minuteMs
    const customer = random.chance(0.2) ? '' : `${12_000 + random.int(0, 60)}.0`
    const lines = random.int(1, 8)
    for (let line = 0; line < lines; line++) {
      const item = random.int(1, 80)
      const slip = random.chance(0.01)
      const quantity = random.pick([1, 2, 6, 12]) * (slip ? 1_000 : 1)
      const price = (50 + item * 13) / 100
      rows.push(row(String(500_000 + i), `S${item}`, quantity, at, price, customer))
      if (slip && random.chance(0.7)) {
        rows.push(
          row(
            `C${500_000 + i}${line}`,
            `S${item}`,
            -quantity,
            at + random.int(0, 3) * minuteMs,
            price,
            customer,
          ),
        )
      }
    }
    if (random.chance(0.1)) rows.push(row(String(500_000 + i), 'POST', 1, at, 18, customer))
    if (random.chance(0.02)) rows.push(row(String(900_000 + i), 'S1', random.pick([-3, 5]), at, 0, ''))
  }
  return rows.join('\n') + '\n'
}

function row(invoice: string, sku: string, quantity: number, at: number, price: number, customer: string) {
  const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ')
  return `${invoice},${sku},"ITEM, ${sku}",${quantity},${time},${price.toFixed(2)},${customer},United Kingdom`
}
