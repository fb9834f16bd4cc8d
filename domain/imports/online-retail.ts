import { type Mapping, mappingSchema } from './mapping.ts'

/**
 * "Online Retail", every invoice line of a British online gift shop in 2010 and 2011 (UCI Machine Learning Repository, data
 * set 352, CC BY 4.0). docs/imports.md argues each decision.
 */
export const onlineRetail: Mapping = mappingSchema.parse({
  name: 'online-retail',
  zone: 'Europe/London',
  currency: 'GBP',
  channel: 'online',
  columns: {
    transaction: 'InvoiceNo',
    time: 'InvoiceDate',
    customer: 'CustomerID',
    segment: 'Country',
    sku: 'StockCode',
    name: 'Description',
    quantity: 'Quantity',
    unitPrice: 'UnitPrice',
  },
  customerDropsDecimalZero: true,
  segments: { values: { 'United Kingdom': 'uk' }, otherwise: 'abroad' },
  cancellationPrefix: 'C',
  notPurchases: { A: 'An adjustment of bad debt, not a purchase' },
  serviceItems: ['POST', 'DOT', 'C2', 'M', 'm', 'D', 'S', 'B', 'BANK CHARGES', 'AMAZONFEE', 'CRUK'],
})
