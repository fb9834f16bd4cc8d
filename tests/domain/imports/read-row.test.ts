import { describe, expect, it } from 'vitest'
import { mappingSchema } from '../../../domain/imports/mapping.ts'
import { createRowReader, missingColumns } from '../../../domain/imports/read-row.ts'
import { header, readSample } from './online-retail-rows.ts'
import { onlineRetail } from '../../../domain/imports/online-retail.ts'

describe('a row of the shop', () => {
  it('becomes a line with its customer, segment, time in UTC and exact amount', () => {
    expect(readSample()).toMatchObject({
      transactionId: '536365',
      kind: 'purchase',
      customerRef: '17850',
      segment: 'uk',
      occurredAt: Date.UTC(2010, 11, 1, 8, 26),
      currency: 'GBP',
      sku: '85123A',
      quantity: 6,
      unitPrice: '2.55',
      amountMinor: 1530,
      service: false,
    })
  })

  it('has no customer where the number is empty, and another segment abroad', () => {
    expect(readSample({ CustomerID: '', Country: 'EIRE' })).toMatchObject({
      customerRef: null,
      segment: 'abroad',
    })
  })

  it('takes back what was bought where the invoice starts with C', () => {
    expect(readSample({ InvoiceNo: 'C541433', Quantity: '-74215', UnitPrice: '1.04' })).toMatchObject({
      kind: 'cancellation',
      quantity: -74215,
      amountMinor: -7718360,
    })
  })

  it('is a service where the code is no goods', () => {
    expect(readSample({ StockCode: 'POST' })).toMatchObject({ service: true })
  })

  it.each([
    ['wrongColumnCount', null],
    ['noTransactionId', { InvoiceNo: ' ' }],
    ['notAPurchase', { InvoiceNo: 'A563185' }],
    ['noTime', { InvoiceDate: 'yesterday' }],
    ['noTime', { InvoiceDate: '2011-02-30 10:00:00' }],
    ['timeOutOfRange', { InvoiceDate: '2035-01-01 10:00:00' }],
    ['timeOutOfRange', { InvoiceDate: '1960-01-01 10:00:00' }],
    ['noItem', { StockCode: '' }],
    ['badQuantity', { Quantity: '0' }],
    ['badQuantity', { Quantity: 'NaN' }],
    ['badQuantity', { Quantity: '1e9' }],
    ['badQuantity', { InvoiceNo: 'C1', Quantity: '5' }],
    ['stockAdjustment', { Quantity: '-10' }],
    ['badPrice', { UnitPrice: '-11062.06' }],
    ['badPrice', { UnitPrice: 'free' }],
    ['noPrice', { UnitPrice: '0.0' }],
    ['badAmount', { Quantity: '999999999999999', UnitPrice: '999999' }],
    ['tooLong', { Description: 'x'.repeat(201) }],
  ])('is rejected as %s: %o', (code, given) => {
    const row =
      given === null
        ? createRowReader(onlineRetail, header, Date.now())(['536365', '85123A'], 2)
        : readSample(given)
    expect(row).toMatchObject({ code, reason: expect.any(String) as string })
  })
})

describe('a payment by mapping', () => {
  const mapping = mappingSchema.parse({
    name: 'my-bank',
    zone: 'Europe/Warsaw',
    timeFormat: 'dayMonthYear',
    channel: 'transfer',
    columns: {
      transaction: 'Id',
      time: 'Booked',
      customer: 'Account',
      currency: 'Ccy',
      amount: 'Amount',
      payee: 'To',
    },
  })
  const read = createRowReader(
    mapping,
    ['Id', 'Booked', 'Account', 'Ccy', 'Amount', 'To'],
    Date.UTC(2026, 0, 1),
  )

  it('is a whole transaction with its payee', () => {
    expect(read(['t1', '02/07/2024 12:30', 'c1', 'PLN', '100000.00', 'p1'], 2)).toMatchObject({
      sku: null,
      amountMinor: 10_000_000,
      occurredAt: Date.UTC(2024, 6, 2, 10, 30),
      payee: { ref: 'p1', name: null },
    })
  })

  it.each([
    ['unknownCurrency', 'ZZZ', '1.00'],
    ['badAmount', 'PLN', '1.005'],
    ['badAmount', 'PLN', '0'],
    ['badAmount', 'PLN', '-5'],
  ])('is rejected as %s: %s %s', (code, currency, amount) => {
    expect(read(['t1', '02/07/2024 12:30', 'c1', currency, amount, 'p1'], 2)).toMatchObject({ code })
  })
})

describe('a header', () => {
  it('names the columns that are missing', () => {
    expect(missingColumns(onlineRetail, ['InvoiceNo', 'StockCode', 'Quantity'])).toEqual([
      'InvoiceDate',
      'CustomerID',
      'Country',
      'Description',
      'UnitPrice',
    ])
  })
})

describe('a mapping', () => {
  const good = {
    name: 'till',
    zone: 'UTC',
    currency: 'EUR',
    channel: 'pos',
    columns: { transaction: 'a', time: 'b', amount: 'c' },
  }
  it.each([
    ['an unknown zone', { zone: 'Mars/Olympus' }],
    ['an unknown currency', { currency: 'XXX1' }],
    ['neither basket nor amount', { columns: { transaction: 'a', time: 'b' } }],
    ['half a basket', { columns: { transaction: 'a', time: 'b', sku: 'c' } }],
    ['both basket and amount', { columns: { ...good.columns, sku: 'd', quantity: 'e', unitPrice: 'f' } }],
    ['an unknown member', { colums: {} }],
    ['no currency', { currency: undefined }],
  ])('is refused for %s', (_, change) => {
    expect(mappingSchema.safeParse(good).success).toBe(true)
    expect(mappingSchema.safeParse({ ...good, ...change }).success).toBe(false)
  })
})
