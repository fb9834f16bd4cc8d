import { type Client } from 'pg'

/** A year that ends with the overview's last day. */
export const year = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1) }

export const alertCount = 168_000
const customerCount = 500_000

/**
 * Brings the year to so many transactions; the first of them with 168 000 alerts that have one to two hits, what comes later with
 * none. Everything follows from a row's number. Indexes are made after the rows, which takes minutes instead of an hour.
 */
export async function fillTransactions(
  client: Client,
  { have, wanted }: { readonly have: number; readonly wanted: number },
): Promise<void> {
  const added = wanted - have
  const step = `interval '1 second' * (${(year.to - year.from) / 1000}::float8 / ${added})`
  const every = have === 0 ? Math.floor(added / alertCount) : null
  const asks = every === null ? 'false' : `n % ${every} = 0`
  const indexes = await dropIndexes(client, 'transactions')
  await client.query('SET synchronous_commit = off')
  await client.query(`
    INSERT INTO transactions (customer_ref, transaction_id, revision, current, customer_known, body_hash, kind, source, occurred_at,
      received_at, segment, channel, amount_minor, currency, decision, alert_id, rule_set_version, signals)
    SELECT 'c' || n % ${customerCount}, 't' || n, 1, true, true, '\\x00', 'purchase', 'api', at, at,
      (ARRAY['private', 'business', 'loyalty'])[1 + n % 3], (ARRAY['card', 'transfer', 'online', 'pos'])[1 + n % 4], 1000 + n % 9000,
      'PLN', CASE WHEN ${asks} THEN 'ask' ELSE 'proceed' END,
      CASE WHEN ${asks} THEN lpad(to_hex(n), 32, '0')::uuid END, 1, '{}'
    FROM (SELECT n, timestamptz '2025-01-01' + (n - 1 - ${have}) * ${step} AS at FROM generate_series(${have} + 1, ${wanted}) n) made`)
  for (const definition of indexes) await client.query(definition)
  if (every !== null) await fillAlerts(client)
}

async function fillAlerts(client: Client): Promise<void> {
  await client.query(`
    INSERT INTO alerts (customer_ref, id, reference, customer_known, subject, raised_at, segment, channel, amount_minor, currency,
      severity, transaction_id, revision, rule_set_version, source, question, status, outcome, outcome_at, outcome_source)
    SELECT customer_ref, alert_id, 'A' || transaction_id, true, 's', occurred_at, segment, channel, amount_minor, currency, 'medium',
      transaction_id, 1, 1, 'api', '{}', CASE WHEN h % 10 = 0 THEN 'open' ELSE 'confirmed' END,
      CASE WHEN h % 10 = 0 THEN NULL ELSE (ARRAY['intended', 'intended', 'intended', 'mistake', 'fraud', 'unreachable'])[1 + h % 6] END,
      CASE WHEN h % 10 = 0 THEN NULL ELSE occurred_at + interval '20 minutes' END, 'person'
    FROM (SELECT *, abs(hashtext(transaction_id)) AS h FROM transactions WHERE alert_id IS NOT NULL) asked`)
  await client.query(`
    INSERT INTO alert_hits (customer_ref, alert_id, transaction_id, revision, line_no, rule, signal, value, threshold, severity, at, facts)
    SELECT a.customer_ref, a.id, a.transaction_id, 1, 0, (ARRAY['extra-zero', 'far-above-usual', 'paid-twice', 'far-away',
        'risky-merchant', 'size-gap', 'habit-break'])[1 + (abs(hashtext(a.transaction_id)) + o * 3) % 7],
      'amount', 2, 1, 'medium', a.raised_at, '{}'
    FROM alerts a CROSS JOIN generate_series(0, 1) o WHERE o = 0 OR abs(hashtext(a.transaction_id)) % 5 = 0`)
}

async function dropIndexes(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = $1::regclass AND NOT i.indisprimary AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [table],
  )
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`)
  return rows.map(({ definition }) => definition)
}

/** The rollup of all rows at once: what recounting every slot in turn would give, in one pass. */
export async function fillRollup(client: Client): Promise<void> {
  await client.query('TRUNCATE screening_rollup, dirty_slots')
  await client.query(`
    INSERT INTO screening_rollup (slot, segment, channel, currency, transactions, asked, alerts)
    SELECT date_bin('15 minutes', occurred_at, 'epoch'), coalesce(segment, ''), channel, currency, count(*),
      count(alert_id), count(alert_id)
    FROM transactions GROUP BY 1, 2, 3, 4`)
  await client.query(
    'INSERT INTO dirty_alert_weeks (week) SELECT DISTINCT floor(extract(epoch FROM raised_at) / 604800)::int FROM alerts',
  )
}
