import { z } from 'zod'
import { languages } from '../../domain/language/language.ts'
import { minorDigits } from '../../domain/screening/minor-digits.ts'
import { channels } from '../../domain/screening/transaction.ts'

/** Control characters and halves of surrogate pairs: no name has them, and neither a log nor a database keeps them. */
const unprintable = /[\p{Cc}\p{Cs}]/u

function text(longest: number) {
  return z
    .string('This must be a text.')
    .min(1, 'This must not be empty; leave it out if it is not known.')
    .max(longest, `This may have at most ${longest} characters.`)
    .refine((value) => !unprintable.test(value), 'This must not have control characters or broken Unicode.')
}

const country = z
  .string('A country is two capital letters, such as "PL".')
  .regex(/^[A-Z]{2}$/, 'A country is two capital letters (ISO 3166-1), such as "PL".')
const decimal = (words: string) => z.string(words).regex(/^\d{1,15}(\.\d+)?$/, words)
const currency = z
  .string('The currency must be a code of ISO 4217, such as "PLN".')
  .refine((code) => minorDigits(code) !== null, 'The currency must be a code of ISO 4217, such as "PLN".')

const money = z
  .strictObject({
    amount: decimal(
      'The amount must be a decimal string, such as "1234.50": at most 15 digits before the point, no number, no sign, no separator of thousands.',
    ),
    currency,
  })
  .meta({ id: 'Money', example: { amount: '1234.50', currency: 'PLN' } })

const attribute = text(64)

const line = z
  .strictObject({
    sku: text(128),
    name: text(500).nullish(),
    category: text(64).nullish().describe('What sizes are compared in: "blouse"'),
    group: text(64).nullish().describe('What habits are counted in: "milk"'),
    quantity: z
      .number('The quantity must be a number.')
      .min(1e-6, 'The quantity must be above 0 (at least 0.000001).')
      .max(1e9, 'The quantity may be at most 1 000 000 000.'),
    unitPrice: z.union(
      [decimal('The unit price must be a decimal string, such as "12.50".'), money],
      'The unit price must be a decimal string, such as "12.50", or an amount with the currency of the transaction.',
    ),
    size: text(32).nullish(),
    attributes: z
      .union(
        [
          z.array(attribute).max(50),
          z
            .record(attribute, z.union([attribute, z.number(), z.boolean()]))
            .refine((all) => Object.keys(all).length <= 50, 'At most 50 attributes.'),
        ],
        'Attributes are a list of texts (["lactose-free"]) or names with values ({"organic": true}), at most 50.',
      )
      .nullish(),
  })
  .meta({ id: 'TransactionLine' })

/** What a sender may say about a transaction; anything else is refused with its path. */
export const transactionBody = z
  .strictObject({
    id: text(128).describe(
      'Your id of the transaction; the same id with another body corrects the earlier one',
    ),
    customer: z
      .strictObject({
        ref: text(128).refine((ref) => !ref.startsWith('~'), 'A reference must not begin with "~".'),
        segment: text(64).nullish(),
        language: z.enum(languages, `The language must be one of ${languages.join(', ')}.`).nullish(),
      })
      .nullish()
      .describe('Leave out when the customer is not known: then only its items and merchant are screened'),
    occurredAt: z.iso.datetime({
      offset: true,
      error:
        'The time must be RFC 3339 with an offset, such as "2026-03-01T14:30:00+01:00" or "2026-03-01T13:30:00Z".',
    }),
    channel: z.enum(channels, `The channel must be one of ${channels.join(', ')}.`),
    money,
    payee: z.strictObject({ ref: text(128), name: text(200).nullish() }).nullish(),
    merchant: z
      .strictObject({
        ref: text(128),
        name: text(200).nullish(),
        country: country.nullish(),
        mcc: z
          .string()
          .regex(/^\d{4}$/, 'A merchant category code has four digits (ISO 18245).')
          .nullish(),
      })
      .nullish(),
    place: z
      .strictObject({
        lat: z
          .number()
          .min(-90, 'A latitude lies between -90 and 90.')
          .max(90, 'A latitude lies between -90 and 90.'),
        lon: z
          .number()
          .min(-180, 'A longitude lies between -180 and 180.')
          .max(180, 'A longitude lies between -180 and 180.'),
        country: country.nullish(),
      })
      .nullish(),
    cardPresent: z.boolean().nullish(),
    lines: z.array(line).max(2_000, 'A transaction may have at most 2 000 lines.').nullish(),
  })
  .meta({ id: 'Transaction' })

export type TransactionBody = z.infer<typeof transactionBody>
