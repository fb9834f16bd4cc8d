import { type Client } from 'pg'
import { readingKinds } from '../../../domain/what-if/reading-kinds.ts'

export const busyDay = 19_000
export const busyTransactions = 100_000

const of = (level: 'transaction' | 'line') => readingKinds.filter((kind) => kind.level === level).length
const u = (salt: number) => `(abs(hashint8(n * 64 + ${salt})) % 1000003) / 1000003.0`

/** A day of 100 000 stored purchases with their readings, one in fifty asked about, as an import leaves them. */
export async function fillBusyDay(client: Client): Promise<void> {
  const values = Array.from({ length: of('transaction') }, (_, k) =>
    k === 0
      ? '(10 ^ (1.5 + 4 * ' + u(k) + '))::bigint'
      : `CASE WHEN ${u(20 + k)} < 0.6 THEN round((${u(k)} ^ 6)::numeric * 9, 4) END`,
  )
  await client.query(`
    INSERT INTO transactions (customer_ref, transaction_id, customer_known, body_hash, source, occurred_at, received_at, channel,
      amount_minor, currency, decision, alert_id, rule_set_version, signals)
    SELECT 'c' || n % 40000, 't' || n, true, '\\x00', 'import', at, at, CASE WHEN n % 3 = 0 THEN 'card' ELSE 'transfer' END,
      amount, 'PLN', CASE WHEN n % 50 = 0 THEN 'ask' ELSE 'proceed' END,
      CASE WHEN n % 50 = 0 THEN lpad(to_hex(n), 32, '0')::uuid END, 1,
      jsonb_build_object('v', 1, 'values', jsonb_build_array(${values.join(', ')}),
        'histories', jsonb_build_array(NULL, ${Array.from({ length: of('transaction') - 1 }, (_, k) => `(n + ${k}) % 64`).join(', ')}), 'lines', '[]'::jsonb)
    FROM (SELECT n, timestamptz 'epoch' + ${busyDay} * interval '1 day' + n * interval '0.86 seconds' AS at,
      (10 ^ (1.5 + 4 * ${u(0)}))::bigint AS amount FROM generate_series(1, ${busyTransactions}) n) made`)
  await client.query(`
    INSERT INTO alerts (customer_ref, id, reference, customer_known, subject, raised_at, channel, amount_minor, currency, severity,
      transaction_id, revision, rule_set_version, source, question, status, outcome, outcome_source, mistake_minor)
    SELECT customer_ref, alert_id, transaction_id, true, transaction_id, occurred_at, channel, amount_minor, currency, 'high',
      transaction_id, 1, 1, 'import', '{}', 'confirmed', CASE WHEN amount_minor % 7 = 0 THEN 'mistake' ELSE 'intended' END, 'person',
      CASE WHEN amount_minor % 7 = 0 THEN amount_minor END
    FROM transactions WHERE alert_id IS NOT NULL AND transaction_id LIKE 't%'`)
  await client.query('ANALYZE transactions, alerts')
}
