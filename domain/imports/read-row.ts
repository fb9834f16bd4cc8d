import { minorDigits } from '../screening/minor-digits.ts'
import { type Decimal, multiplyToMinor, readDecimal } from './decimal.ts'
import { createInstantReader } from './instant-reader.ts'
import type { Mapping } from './mapping.ts'
import type { RejectCode } from './reject-reason.ts'
import type { Row, RowProblem } from './row.ts'

export type RowReader = (record: readonly string[], line: number) => Row | RowProblem

type Field = keyof Mapping['columns']

const longest = 200
const earliest = Date.UTC(1970, 0, 1)
const one: Decimal = { digits: 1n, scale: 0 }

/** The columns that the mapping needs and the header lacks, in the mapping's order. */
export function missingColumns(mapping: Mapping, header: readonly string[]): string[] {
  return Object.values(mapping.columns).filter((name) => name !== undefined && !header.includes(name))
}

/**
 * Makes the reader of one file's rows: pure, the same row is read the same way whatever came before it. `now` (epoch
 * milliseconds) bounds times: nothing is imported from the future.
 */
export function createRowReader(mapping: Mapping, header: readonly string[], now: number): RowReader {
  const places = new Map<Field, number>()
  for (const [field, name] of Object.entries(mapping.columns)) {
    if (name !== undefined) places.set(field as Field, header.indexOf(name))
  }
  const readInstant = createInstantReader(mapping.zone, mapping.timeFormat)
  const services = new Set(mapping.serviceItems)
  const refusedPrefixes = Object.entries(mapping.notPurchases)
  const shared = new Map<string, string>()
  const share = (text: string) => shared.get(text) ?? (shared.set(text, text), text)

  return (record, line) => {
    if (record.length !== header.length) {
      return problem('wrongColumnCount', `${record.length} columns instead of ${header.length}`)
    }
    const text = (field: Field): string | null => {
      const place = places.get(field)
      const value = place === undefined ? '' : record[place]!.trim()
      return value === '' ? null : share(value)
    }
    if (record.some((value) => value.length > longest)) {
      return problem('tooLong', `A value has more than ${longest} characters`)
    }
    const transactionId = text('transaction')
    if (transactionId === null) {
      return problem('noTransactionId', `${mapping.columns.transaction} is empty`)
    }
    for (const [prefix, reason] of refusedPrefixes) {
      if (transactionId.startsWith(prefix)) return problem('notAPurchase', reason)
    }
    const timeText = text('time')
    const occurredAt = timeText === null ? null : readInstant(timeText)
    if (occurredAt === null) {
      return problem('noTime', `${mapping.columns.time} is not a time: ${quote(timeText)}`)
    }
    if (occurredAt < earliest || occurredAt > now) {
      return problem('timeOutOfRange', `${mapping.columns.time} is before 1970 or in the future`)
    }
    const currency = text('currency') ?? mapping.currency ?? ''
    const digits = minorDigits(currency)
    if (digits === null) {
      return problem('unknownCurrency', `${quote(currency)} is not a currency code of ISO 4217`)
    }
    const cancels =
      mapping.cancellationPrefix !== undefined && transactionId.startsWith(mapping.cancellationPrefix)
    const money = mapping.columns.amount === undefined ? readLine(cancels) : readPayment(cancels)
    if ('code' in money) return money
    const payee = text('payee')
    const merchant = text('merchant')
    return {
      line,
      transactionId,
      kind: cancels ? 'cancellation' : 'purchase',
      customerRef: readCustomer(text('customer'), mapping.customerDropsDecimalZero),
      segment: readSegment(text('segment'), mapping),
      occurredAt,
      currency,
      ...money,
      name: text('name'),
      category: text('category'),
      group: text('group'),
      size: text('size'),
      service: money.sku !== null && services.has(money.sku),
      payee: payee === null ? null : { ref: payee, name: text('payeeName') },
      merchant:
        merchant === null
          ? null
          : {
              ref: merchant,
              name: text('merchantName'),
              country: text('merchantCountry'),
              mcc: text('mcc'),
            },
    }

    function readLine(cancelled: boolean) {
      const sku = text('sku')
      if (sku === null) return problem('noItem', `${mapping.columns.sku} is empty`)
      const quantityText = text('quantity')
      const quantity = readDecimal(quantityText ?? '')
      if (quantity === null || quantity.digits === 0n) {
        return problem(
          'badQuantity',
          `${mapping.columns.quantity} is not a number other than 0: ${quote(quantityText)}`,
        )
      }
      const priceText = text('unitPrice')
      const price = readDecimal(priceText ?? '')
      if (price === null || price.digits < 0n || price.scale > 6) {
        return problem('badPrice', `${mapping.columns.unitPrice} is not a price: ${quote(priceText)}`)
      }
      if (quantity.digits < 0n && !cancelled) {
        return problem('stockAdjustment', 'A negative quantity outside a cancellation: a stock adjustment')
      }
      if (quantity.digits > 0n && cancelled) {
        return problem('badQuantity', 'A cancellation takes back: its quantity must be negative')
      }
      if (price.digits === 0n) {
        return problem('noPrice', 'The price is 0: a gift, a replacement or a note about stock')
      }
      const amountMinor = multiplyToMinor(quantity, price, digits!)
      if (amountMinor === null) return problem('badAmount', 'quantity x price is too large to be exact')
      return { sku, quantity: Number(quantityText), unitPrice: priceText!, amountMinor }
    }

    function readPayment(cancelled: boolean) {
      const amountText = text('amount')
      const amount = readDecimal(amountText ?? '')
      const minor = amount === null ? null : multiplyToMinor(one, amount, digits!)
      if (minor === null || minor === 0 || minor < 0 !== cancelled || amount!.scale > digits!) {
        return problem(
          'badAmount',
          `${mapping.columns.amount} is not an amount ${cancelled ? 'below' : 'above'} 0 in ${currency}: ${quote(amountText)}`,
        )
      }
      return { sku: null, quantity: 1, unitPrice: amountText!, amountMinor: minor }
    }
  }
}

function problem(code: RejectCode, reason: string): RowProblem {
  return { code, reason }
}

function quote(text: string | null): string {
  return text === null ? 'it is empty' : JSON.stringify(text.slice(0, 40))
}

function readCustomer(text: string | null, dropsDecimalZero: boolean): string | null {
  return text !== null && dropsDecimalZero && text.endsWith('.0') ? text.slice(0, -2) : text
}

function readSegment(text: string | null, mapping: Mapping): string | null {
  if (mapping.segments === undefined) return text
  if (text === null) return mapping.segments.otherwise
  return mapping.segments.values[text] ?? mapping.segments.otherwise
}
