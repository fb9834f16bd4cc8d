import { z } from 'zod'
import { languages } from '../../../domain/language/language.ts'
import { signalVectorSchema } from '../../../domain/screening/signal-vector.ts'
import { type Transaction, channels } from '../../../domain/screening/transaction.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'

const instant = z.date().transform((date) => date.getTime())

const line = z.object({
  lineNo: z.int(),
  sku: z.string(),
  name: z.string().nullable(),
  category: z.string().nullable(),
  group: z.string().nullable(),
  quantity: z.number(),
  unitPrice: z.string(),
  amountMinor: z.int(),
  size: z.string().nullable(),
  attributes: z.array(z.string()),
  takenBackBy: z.string().nullable(),
  takenBackAt: z.iso.datetime({ offset: true }).transform(Date.parse).nullable(),
  signals: signalVectorSchema.shape.lines.element,
})

const stored = z.object({
  transactionId: z.string(),
  revision: z.int(),
  current: z.boolean(),
  customerRef: z.string(),
  customerKnown: z.boolean(),
  kind: z.string(),
  source: z.string(),
  occurredAt: instant,
  receivedAt: instant,
  segment: z.string().nullable(),
  language: z.enum(languages).nullable(),
  channel: z.enum(channels),
  amountMinor: z.int(),
  currency: z.string(),
  payeeRef: z.string().nullable(),
  payeeName: z.string().nullable(),
  merchantRef: z.string().nullable(),
  merchantName: z.string().nullable(),
  merchantCountry: z.string().nullable(),
  mcc: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  placeCountry: z.string().nullable(),
  cardPresent: z.boolean().nullable(),
  decision: z.string(),
  ruleSetVersion: z.int(),
  signals: signalVectorSchema,
  lines: z.array(line),
})

const row = stored.transform((revision) => ({ ...revision, transaction: toTransaction(revision) }))

export type RevisionRecord = z.output<typeof row>

/** Every revision of a transaction, the newest first, with its lines and its readings. */
export const readRevisions = defineQuery({
  row,
  build: (of: { readonly customerRef: string; readonly transactionId: string }) => sql`
    SELECT t.transaction_id AS "transactionId", t.revision, t.current, t.customer_ref AS "customerRef",
      t.customer_known AS "customerKnown", t.kind, t.source, t.occurred_at AS "occurredAt", t.received_at AS "receivedAt",
      t.segment, t.language, t.channel, t.amount_minor AS "amountMinor", t.currency, t.payee_ref AS "payeeRef",
      t.payee_name AS "payeeName", t.merchant_ref AS "merchantRef", t.merchant_name AS "merchantName",
      t.merchant_country AS "merchantCountry", t.mcc, t.lat, t.lon, t.place_country AS "placeCountry",
      t.card_present AS "cardPresent", t.decision, t.rule_set_version AS "ruleSetVersion", t.signals,
      coalesce((
        SELECT json_agg(json_build_object('lineNo', l.line_no, 'sku', l.sku, 'name', l.name, 'category', l.category,
          'group', l.item_group, 'quantity', l.quantity, 'unitPrice', l.unit_price::text, 'amountMinor', l.amount_minor,
          'size', l.size, 'attributes', l.attributes, 'takenBackBy', l.taken_back_by, 'takenBackAt', l.taken_back_at,
          'signals', l.signals) ORDER BY l.line_no)
        FROM transaction_lines l
        WHERE l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id AND l.revision = t.revision
      ), '[]'::json) AS lines
    FROM transactions t
    WHERE t.customer_ref = ${of.customerRef} AND t.transaction_id = ${of.transactionId}
    ORDER BY t.revision DESC`,
})

function toTransaction(revision: z.output<typeof stored>): Transaction {
  return {
    id: revision.transactionId,
    customerRef: revision.customerKnown ? revision.customerRef : null,
    segment: revision.segment,
    language: revision.language,
    occurredAt: revision.occurredAt,
    channel: revision.channel,
    amountMinor: revision.amountMinor,
    currency: revision.currency,
    payee: revision.payeeRef === null ? null : { ref: revision.payeeRef, name: revision.payeeName },
    merchant:
      revision.merchantRef === null
        ? null
        : {
            ref: revision.merchantRef,
            name: revision.merchantName,
            country: revision.merchantCountry,
            mcc: revision.mcc,
          },
    place:
      revision.lat === null || revision.lon === null
        ? null
        : { lat: revision.lat, lon: revision.lon, country: revision.placeCountry },
    cardPresent: revision.cardPresent,
    lines: revision.lines.map(
      ({ lineNo, sku, name, category, group, quantity, unitPrice, amountMinor, size, attributes }) => ({
        lineNo,
        sku,
        name,
        category,
        group,
        quantity,
        unitPrice,
        amountMinor,
        size,
        attributes,
      }),
    ),
  }
}
