import type { Transaction, TransactionLine } from '../screening/transaction.ts'
import type { DemoItem } from './catalogue.ts'
import type { ShopCustomer } from './shop-customer.ts'

/** A receipt over its lines; its id is given when all are in order. */
export function receipt(
  customer: Pick<ShopCustomer, 'ref' | 'segment' | 'language' | 'home'>,
  occurredAt: number,
  channel: 'pos' | 'online',
  lines: readonly TransactionLine[],
): Transaction {
  const { ref, segment, language, home } = customer
  return {
    id: '',
    customerRef: ref,
    segment,
    language,
    occurredAt,
    channel,
    amountMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0),
    currency: 'PLN',
    payee: null,
    merchant: { ref: 'shop', name: 'Market Nadwiślański', country: 'PL', mcc: '5311' },
    place: channel === 'pos' ? { lat: home.lat, lon: home.lon, country: home.country } : null,
    cardPresent: null,
    lines,
  }
}

/** One line of a receipt. */
export function basketLine(
  lineNo: number,
  item: DemoItem,
  quantity: number,
  size: string | null,
): TransactionLine {
  return {
    lineNo,
    sku: item.sku,
    name: item.name,
    category: item.category,
    group: item.group,
    quantity,
    unitPrice: (item.priceMinor / 100).toFixed(2),
    amountMinor: item.priceMinor * quantity,
    size,
    attributes: item.attributes,
  }
}

/** The size in which this customer buys something, or null where it has none. */
export function usualSize({ clothesSize, shoeSize }: ShopCustomer, item: DemoItem): string | null {
  if (item.category === null) return null
  return String(item.category === 'shoes' ? shoeSize : clothesSize)
}
