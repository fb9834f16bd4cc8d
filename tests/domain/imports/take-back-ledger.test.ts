import { describe, expect, it } from 'vitest'
import { createTransactionCollector } from '../../../domain/imports/collect-transactions.ts'
import { createTakeBackLedger } from '../../../domain/imports/take-back-ledger.ts'
import { sampleRow } from './online-retail-rows.ts'

/** invoice, item, quantity, time of the first of December, customer */
type Sample = readonly [string, string, number, string, string?]

function takeBacksOf(samples: readonly Sample[]) {
  const collector = createTransactionCollector('online')
  samples.forEach(([InvoiceNo, StockCode, quantity, time, customer], i) => {
    const row = sampleRow(
      {
        InvoiceNo,
        StockCode,
        Quantity: String(quantity),
        InvoiceDate: `2010-12-01 ${time}`,
        CustomerID: customer ?? '1',
      },
      i + 2,
    )
    expect(collector.add(row)).toBeNull()
  })
  const ledger = createTakeBackLedger()
  return collector
    .finish()
    .flatMap((one) => ledger.add(one))
    .map(
      (one) =>
        `${one.by}.${one.byLine} takes back ${one.transactionId}.${one.lineNo}${one.wholePurchase ? ', all of it' : ''}`,
    )
}

describe('a cancellation', () => {
  it.each<[string, Sample[], string[]]>([
    [
      'takes back the same item and quantity of the same customer',
      [
        ['1', 'A', 6, '10:00'],
        ['1', 'B', 6, '10:00'],
        ['C2', 'A', -6, '10:16'],
      ],
      ['C2.1 takes back 1.1'],
    ],
    [
      'of all lines takes back the whole',
      [
        ['1', 'A', 6, '10:00'],
        ['C2', 'A', -6, '10:16'],
      ],
      ['C2.1 takes back 1.1, all of it'],
    ],
    [
      'of another quantity takes nothing back',
      [
        ['1', 'A', 6, '10:00'],
        ['C2', 'A', -5, '10:16'],
      ],
      [],
    ],
    [
      'of another customer takes nothing back',
      [
        ['1', 'A', 6, '10:00'],
        ['C2', 'A', -6, '10:16', '2'],
      ],
      [],
    ],
    [
      'without a customer takes nothing back',
      [
        ['1', 'A', 6, '10:00', ''],
        ['C2', 'A', -6, '10:16', ''],
      ],
      [],
    ],
    [
      'from before takes nothing back',
      [
        ['C2', 'A', -6, '09:00'],
        ['1', 'A', 6, '10:00'],
      ],
      [],
    ],
    [
      'of the same minute counts, wherever it stands',
      [
        ['C2', 'A', -6, '10:00'],
        ['1', 'A', 6, '10:00'],
      ],
      ['C2.1 takes back 1.1, all of it'],
    ],
    [
      'that comes second takes back only what was bought since the first',
      [
        ['1', 'A', 6, '10:00'],
        ['C2', 'A', -6, '10:16'],
        ['3', 'A', 6, '11:00'],
        ['C4', 'A', -6, '11:16'],
      ],
      ['C2.1 takes back 1.1, all of it', 'C4.1 takes back 3.1, all of it'],
    ],
  ])('%s', (_, samples, expected) => {
    expect(
      takeBacksOf(samples.map((one) => [one[0], one[1], one[2], `${one[3]}:00`, one[4]] as const)),
    ).toEqual(expected)
  })
})

describe('rows of one invoice', () => {
  it('are one transaction with the time of the first row, also when they stand apart', () => {
    const collector = createTransactionCollector('online')
    collector.add(sampleRow({ InvoiceNo: '1', InvoiceDate: '2010-12-01 10:00:00' }, 2))
    collector.add(sampleRow({ InvoiceNo: '2', InvoiceDate: '2010-12-01 09:59:00' }, 3))
    collector.add(sampleRow({ InvoiceNo: '1', InvoiceDate: '2010-12-01 10:01:00', StockCode: 'POST' }, 4))
    const [second, first] = collector.finish()
    expect(second!.transaction.id).toBe('2')
    expect(first!.transaction).toMatchObject({
      id: '1',
      occurredAt: Date.UTC(2010, 11, 1, 10, 0),
      amountMinor: 3060,
      lines: [{ lineNo: 1 }, { lineNo: 2 }],
    })
    expect([...first!.serviceLines]).toEqual([2])
    expect([...first!.lineTimes]).toEqual([[2, Date.UTC(2010, 11, 1, 10, 1)]])
  })

  it('are refused where the customer differs', () => {
    const collector = createTransactionCollector('online')
    collector.add(sampleRow())
    expect(collector.add(sampleRow({ CustomerID: '2' }, 3))).toMatchObject({ code: 'otherCustomer' })
  })
})
