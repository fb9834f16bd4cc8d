import { type ClientBase, type Pool } from 'pg'
import { type ItemUsage } from '../../domain/screening/item-usage.ts'
import { type CustomerProfile } from '../../domain/screening/profile.ts'
import { type MessageRow } from '../delivery/delivery.ts'
import { announceAlerts } from './announce-alerts.ts'
import { columnList, recordset } from './recordset.ts'
import {
  type AlertHitRow,
  type AlertRow,
  type HeldBackRow,
  type TransactionLineRow,
  type TransactionRow,
} from './rows.ts'

export interface ProfileDraft {
  readonly customer_ref: string
  readonly segment: string | null
  readonly language: string | null
  readonly profile: CustomerProfile
  /** The next version: the row must still have the one before (0: no row). */
  readonly version: number
  readonly updated_at: string
}

/** Everything that one batch changes. */
export interface DecisionRows {
  readonly profiles: readonly ProfileDraft[]
  /** Places of transactions without a customer: nobody else can have changed them. */
  readonly unguarded: readonly string[]
  readonly superseded: readonly { customer_ref: string; transaction_id: string; revision: number }[]
  readonly transactions: readonly TransactionRow[]
  readonly lines: readonly TransactionLineRow[]
  readonly alerts: readonly AlertRow[]
  readonly hits: readonly AlertHitRow[]
  readonly heldBack: readonly HeldBackRow[]
  /** Hits that a corrected revision no longer counts for. */
  readonly recountedHits: readonly { customer_ref: string; alert_id: string; transaction_id: string }[]
  readonly withdrawnAlerts: readonly { customer_ref: string; alert_id: string }[]
  /** Alerts that go on about the corrected transaction. */
  readonly restatedAlerts: readonly AlertRow[]
  readonly usages: readonly { sku: string; usage: ItemUsage; updated_at: string }[]
  readonly dirtySlots: readonly string[]
  readonly answers: readonly {
    customer_ref: string
    api_key_id: string
    key: string
    body_hash: string
    status: number
    response: unknown
  }[]
}

const profile = {
  customer_ref: 'text',
  segment: 'text',
  language: 'text',
  profile: 'jsonb',
  version: 'int',
  updated_at: 'timestamptz',
}

const transaction = {
  customer_ref: 'text',
  transaction_id: 'text',
  revision: 'int',
  current: 'boolean',
  customer_known: 'boolean',
  body_hash: 'bytea',
  kind: 'text',
  source: 'text',
  import_id: 'uuid',
  occurred_at: 'timestamptz',
  received_at: 'timestamptz',
  segment: 'text',
  language: 'text',
  channel: 'text',
  amount_minor: 'bigint',
  currency: 'text',
  payee_ref: 'text',
  payee_name: 'text',
  merchant_ref: 'text',
  merchant_name: 'text',
  merchant_country: 'text',
  mcc: 'text',
  lat: 'float8',
  lon: 'float8',
  place_country: 'text',
  card_present: 'boolean',
  decision: 'text',
  alert_id: 'uuid',
  rule_set_version: 'int',
  signals: 'jsonb',
} satisfies Record<keyof TransactionRow, string>

const line = {
  customer_ref: 'text',
  transaction_id: 'text',
  revision: 'int',
  line_no: 'int',
  sku: 'text',
  name: 'text',
  category: 'text',
  item_group: 'text',
  quantity: 'float8',
  unit_price: 'numeric',
  amount_minor: 'bigint',
  size: 'text',
  attributes: 'text[]',
  signals: 'jsonb',
  taken_back_by: 'text',
  taken_back_at: 'timestamptz',
  takes_back: 'text',
  takes_back_line: 'int',
} satisfies Record<keyof TransactionLineRow, string>

const alert = {
  customer_ref: 'text',
  id: 'uuid',
  reference: 'text',
  customer_known: 'boolean',
  subject: 'text',
  raised_at: 'timestamptz',
  segment: 'text',
  language: 'text',
  channel: 'text',
  amount_minor: 'bigint',
  currency: 'text',
  severity: 'text',
  transaction_id: 'text',
  revision: 'int',
  rule_set_version: 'int',
  source: 'text',
  import_id: 'uuid',
  question: 'jsonb',
  status: 'text',
  version: 'int',
  origin: 'text',
  warn_at: 'timestamptz',
  due_at: 'timestamptz',
  rank_at: 'timestamptz',
} satisfies Record<keyof AlertRow, string>

const hit = {
  customer_ref: 'text',
  alert_id: 'uuid',
  transaction_id: 'text',
  revision: 'int',
  line_no: 'int',
  rule: 'text',
  signal: 'text',
  value: 'float8',
  threshold: 'float8',
  severity: 'text',
  at: 'timestamptz',
  facts: 'jsonb',
} satisfies Record<keyof AlertHitRow, string>

const message = {
  id: 'uuid',
  type: 'text',
  at: 'timestamptz',
  payload: 'jsonb',
  customer_ref: 'text',
} satisfies Record<keyof MessageRow, string>

const heldBack = {
  customer_ref: 'text',
  transaction_id: 'text',
  revision: 'int',
  line_no: 'int',
  rule: 'text',
  signal: 'text',
  value: 'float8',
  threshold: 'float8',
  severity: 'text',
  reason: 'text',
  at: 'timestamptz',
} satisfies Record<keyof HeldBackRow, string>

const answer = {
  customer_ref: 'text',
  api_key_id: 'uuid',
  key: 'text',
  body_hash: 'bytea',
  status: 'int',
  response: 'jsonb',
}
const earlier = { customer_ref: 'text', transaction_id: 'text', revision: 'int' }
const ofAlert = { customer_ref: 'text', alert_id: 'uuid' }

/**
 * A customer's rows are only written when his profile still has the version that was read; everything else of his joins that. The
 * counts of what was superseded and recounted stand in conditions so that PostgreSQL does those first: two current revisions, or an
 * old hit beside its successor, would break a unique key.
 */
const text = `
  WITH won AS (
    INSERT INTO customer_profiles AS known (${columnList(profile)})
    SELECT ${columnList(profile, 'r')} FROM ${recordset(1, 'r', profile)} ORDER BY r.customer_ref COLLATE "C"
    ON CONFLICT (customer_ref) DO UPDATE SET profile = excluded.profile, version = excluded.version,
      segment = coalesce(excluded.segment, known.segment), language = coalesce(excluded.language, known.language),
      updated_at = excluded.updated_at
    WHERE known.version = excluded.version - 1
    RETURNING customer_ref
  ), allowed AS (
    SELECT customer_ref FROM won UNION ALL SELECT unnest($2::text[])
  ), superseded AS (
    UPDATE transactions t SET current = false FROM ${recordset(3, 'r', earlier)}
    WHERE t.customer_ref = r.customer_ref AND t.transaction_id = r.transaction_id AND t.revision = r.revision
      AND r.customer_ref IN (SELECT customer_ref FROM allowed)
    RETURNING 1
  ), recounted AS (
    DELETE FROM alert_hits h USING ${recordset(4, 'r', { ...ofAlert, transaction_id: 'text' })}
    WHERE h.customer_ref = r.customer_ref AND h.alert_id = r.alert_id AND h.transaction_id = r.transaction_id
      AND r.customer_ref IN (SELECT customer_ref FROM allowed)
    RETURNING 1
  ), withdrawn AS (
    UPDATE alerts a SET status = 'withdrawn', version = a.version + 1 FROM ${recordset(5, 'r', ofAlert)}
    WHERE a.customer_ref = r.customer_ref AND a.id = r.alert_id AND a.status = 'open'
      AND r.customer_ref IN (SELECT customer_ref FROM allowed)
  ), restated AS (
    UPDATE alerts a SET question = r.question, amount_minor = r.amount_minor, currency = r.currency, severity = r.severity,
      revision = r.revision, rule_set_version = r.rule_set_version, origin = r.origin, rank_at = r.rank_at, version = a.version + 1
    FROM ${recordset(6, 'r', alert)}
    WHERE a.customer_ref = r.customer_ref AND a.id = r.id AND a.status = 'open'
      AND r.customer_ref IN (SELECT customer_ref FROM allowed)
  ), transactions_written AS (
    INSERT INTO transactions (${columnList(transaction)})
    SELECT ${columnList(transaction, 'r')} FROM ${recordset(7, 'r', transaction)} JOIN allowed USING (customer_ref)
    WHERE (SELECT count(*) FROM superseded) >= 0
  ), lines_written AS (
    INSERT INTO transaction_lines (${columnList(line)})
    SELECT ${columnList(line, 'r')} FROM ${recordset(8, 'r', line)} JOIN allowed USING (customer_ref)
  ), alerts_written AS (
    INSERT INTO alerts (${columnList(alert)})
    SELECT ${columnList(alert, 'r')} FROM ${recordset(9, 'r', alert)} JOIN allowed USING (customer_ref)
  ), hits_written AS (
    INSERT INTO alert_hits (${columnList(hit)})
    SELECT ${columnList(hit, 'r')} FROM ${recordset(10, 'r', hit)} JOIN allowed USING (customer_ref)
    WHERE (SELECT count(*) FROM recounted) >= 0
  ), held_back_written AS (
    INSERT INTO held_back_hits (${columnList(heldBack)})
    SELECT ${columnList(heldBack, 'r')} FROM ${recordset(15, 'r', heldBack)} JOIN allowed USING (customer_ref)
  ), usages_written AS (
    UPDATE item_usage i SET usage = r.usage, updated_at = r.updated_at
    FROM ${recordset(11, 'r', { sku: 'text', usage: 'jsonb', updated_at: 'timestamptz' })} WHERE i.sku = r.sku
  ), slots_written AS (
    INSERT INTO dirty_slots (slot) SELECT unnest($12::timestamptz[])
  ), answers_written AS (
    INSERT INTO idempotency_records (api_key_id, key, body_hash, status, response)
    SELECT r.api_key_id, r.key, r.body_hash, r.status, r.response FROM ${recordset(13, 'r', answer)} JOIN allowed USING (customer_ref)
  ), announced AS (
    INSERT INTO webhook_messages (${columnList(message)})
    SELECT ${columnList(message, 'r')} FROM ${recordset(14, 'r', message)} JOIN allowed USING (customer_ref)
  )
  SELECT customer_ref FROM won`

/** The second of a batch's two round trips. Gives the customers whose rows were written; nothing of the others was. */
export async function writeDecisions(
  db: Pool | ClientBase,
  rows: DecisionRows,
): Promise<ReadonlySet<string>> {
  const result = await db.query<{ customer_ref: string }>({
    name: 'screening-write-decisions',
    text,
    values: [
      JSON.stringify(rows.profiles),
      rows.unguarded,
      JSON.stringify(rows.superseded),
      JSON.stringify(rows.recountedHits),
      JSON.stringify(rows.withdrawnAlerts),
      JSON.stringify(rows.restatedAlerts),
      JSON.stringify(rows.transactions),
      JSON.stringify(rows.lines),
      JSON.stringify(rows.alerts),
      JSON.stringify(rows.hits),
      JSON.stringify(rows.usages),
      rows.dirtySlots,
      JSON.stringify(rows.answers),
      JSON.stringify(announceAlerts(rows)),
      JSON.stringify(rows.heldBack),
    ],
  })
  return new Set(result.rows.map((row) => row.customer_ref))
}
