import { onlineRetail } from '../../../domain/imports/online-retail.ts'
import { createRowReader } from '../../../domain/imports/read-row.ts'
import { type Row, type RowProblem } from '../../../domain/imports/row.ts'

export const header = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
]

const read = createRowReader(onlineRetail, header, Date.UTC(2026, 0, 1))

/** A row of the shop, as good as they come but for what is given. */
export function readSample(given: Partial<Record<string, string>> = {}, line = 2): Row | RowProblem {
  const sample: Record<string, string> = {
    InvoiceNo: '536365',
    StockCode: '85123A',
    Description: 'WHITE HANGING HEART T-LIGHT HOLDER',
    Quantity: '6',
    InvoiceDate: '2010-12-01 08:26:00',
    UnitPrice: '2.55',
    CustomerID: '17850.0',
    Country: 'United Kingdom',
  }
  return read(
    header.map((name) => given[name] ?? sample[name]!),
    line,
  )
}

/** The same, where the row must be understood. */
export function sampleRow(given: Partial<Record<string, string>> = {}, line = 2): Row {
  const row = readSample(given, line)
  if ('code' in row) throw new Error(row.reason)
  return row
}
