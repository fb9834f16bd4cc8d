import { z } from 'zod'
import { minorDigits } from '../screening/minor-digits.ts'
import { channels } from '../screening/transaction.ts'
import { zoneSchema } from '../time/zone-schema.ts'

const column = z.string().min(1, 'names a column of the header')
const code = z.string().min(1)

/**
 * How the columns of a CSV file become transactions. A row with `sku`, `quantity` and `unitPrice` is a line of a basket; rows
 * with the same `transaction` are one basket. A row with `amount` is a whole payment.
 */
export const mappingSchema = z
  .strictObject({
    /** Shown on the Imports page and part of what makes a file "already imported". */
    name: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'must be short and in kebab-case, such as "my-till"'),
    delimiter: z.string().length(1).default(','),
    /** IANA zone of times that carry no offset of their own. */
    zone: zoneSchema,
    timeFormat: z.enum(['iso', 'dayMonthYear', 'monthDayYear']).default('iso'),
    /** ISO 4217, for all rows; a `currency` column goes before it. */
    currency: z
      .string()
      .refine((currency) => minorDigits(currency) !== null, 'must be a code of ISO 4217, such as "GBP"')
      .optional(),
    channel: z.enum(channels),
    columns: z.strictObject({
      transaction: column,
      time: column,
      customer: column.optional(),
      segment: column.optional(),
      currency: column.optional(),
      sku: column.optional(),
      name: column.optional(),
      category: column.optional(),
      group: column.optional(),
      size: column.optional(),
      quantity: column.optional(),
      unitPrice: column.optional(),
      amount: column.optional(),
      payee: column.optional(),
      payeeName: column.optional(),
      merchant: column.optional(),
      merchantName: column.optional(),
      merchantCountry: column.optional(),
      mcc: column.optional(),
    }),
    /** Customer numbers that went through a spreadsheet: `17850.0` is 17850. */
    customerDropsDecimalZero: z.boolean().default(false),
    /** Values of the segment column as segments; what is not named becomes `otherwise` (null: none). */
    segments: z
      .strictObject({ values: z.record(z.string(), code), otherwise: code.nullable().default(null) })
      .optional(),
    /** Transactions whose id starts so take purchases back; their quantities are negative. */
    cancellationPrefix: code.optional(),
    /** Transactions whose id starts so are no purchases, and why: their rows are rejected with this reason. */
    notPurchases: z.record(code, z.string().min(1)).default({}),
    /** Item codes that are no goods (postage, fees, manual entries): kept, part of the amount, never asked about. */
    serviceItems: z.array(code).default([]),
  })
  .superRefine((mapping, context) => {
    const { columns } = mapping
    const basket = [columns.sku, columns.quantity, columns.unitPrice]
    const named = basket.filter((name) => name !== undefined).length
    if (named !== 0 && named !== 3) {
      context.addIssue({
        code: 'custom',
        path: ['columns'],
        message: 'sku, quantity and unitPrice belong together',
      })
    }
    if ((named === 3) === (columns.amount !== undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['columns'],
        message: 'name either sku, quantity and unitPrice (baskets) or amount (whole payments)',
      })
    }
    if (mapping.currency === undefined && columns.currency === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['currency'],
        message: 'give a currency, or the column that holds it',
      })
    }
  })

export type MappingInput = z.input<typeof mappingSchema>
export type Mapping = z.output<typeof mappingSchema>

/** Whether such a file tells which items were taken back: the only thing from which outcomes are inferred. */
export function tellsTakenBack({ columns, cancellationPrefix }: Mapping): boolean {
  return columns.sku !== undefined && cancellationPrefix !== undefined
}
