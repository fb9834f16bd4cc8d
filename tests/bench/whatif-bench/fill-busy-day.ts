import { type Client } from 'pg'
import { transactionSlots } from '../../../domain/screening/signal-slots.ts'

export const busyDay = 19_000
export const busyTransactions = 100_000

const u = (salt: number) => `((abs(hashint8(n * 64 + ${salt})) % 1000003) / 1000003.0)`

/** How readings are distributed over an ordinary day: most below the floor, a thin tail beyond. */
const readings: Readonly<Record<string, string>> = {
  amount: 'amount',
  amountRatio: `CASE WHEN ${u(21)} < 0.8 THEN round((0.3 + 4 * ${u(1)} ^ 3)::numeric, 4) END`,
  digitSlip: `CASE WHEN ${u(22)} < 0.7 THEN round((${u(2)} ^ 6)::numeric, 4) END`,
  repeat: `CASE WHEN ${u(23)} < 0.01 THEN round((1440 * ${u(3)})::numeric, 2) END`,
  merchantRisk: `CASE WHEN ${u(24)} < 0.6 THEN floor(20 * ${u(4)} ^ 9) END`,
  distanceKm: `CASE WHEN ${u(25)} < 0.4 THEN round((400 * ${u(5)} ^ 5)::numeric, 3) END`,
  travelSpeedKmh: `CASE WHEN ${u(26)} < 0.3 THEN round((300 * ${u(6)} ^ 5)::numeric, 3) END`,
}

/** A day of 100 000 stored purchases with their readings, one in fifty asked about, as an import leaves them. */
export async function fillBusyDay(client: Client): Promise<void> {
  const values = transactionSlots.map((signal) => readings[signal])
  await client.query(`
    INSERT INTO transactions (customer_ref, transaction_id, customer_known, body_hash, source, occurred_at, received_at, channel,
      amount_minor, currency, decision, alert_id, rule_set_version, signals)
    SELECT 'c' || n % 40000, 't' || n, true, '\\x00', 'import', at, at, CASE WHEN n % 3 = 0 THEN 'card' ELSE 'transfer' END,
      amount, 'PLN', CASE WHEN n % 50 = 0 THEN 'ask' ELSE 'proceed' END,
      CASE WHEN n % 50 = 0 THEN lpad(to_hex(n), 32, '0')::uuid END, 1,
      jsonb_build_object('v', 1, 'values', jsonb_build_array(${values.join(', ')}),
        'histories', jsonb_build_array(NULL, ${Array.from({ length: transactionSlots.length - 1 }, (_, k) => `(n + ${k}) % 64`).join(', ')}), 'lines', '[]'::jsonb)
    FROM (SELECT n, timestamptz 'epoch' + ${busyDay} * interval '1 day' + n * interval '0.86 seconds' AS at,
      (10 ^ (2 + 3 * ${u(0)} ^ 2))::bigint AS amount FROM generate_series(1, ${busyTransactions}) n) made`)
  await client.query(`
    INSERT INTO alerts (customer_ref, id, reference, customer_known, subject, raised_at, channel, amount_minor, currency, severity,
      transaction_id, revision, rule_set_version, source, question, status, outcome, outcome_source, mistake_minor)
    SELECT customer_ref, alert_id, transaction_id, true, transaction_id, occurred_at, channel, amount_minor, currency, 'high',
      transaction_id, 1, 1, 'import', '{}', 'confirmed', CASE WHEN amount_minor % 7 = 0 THEN 'mistake' ELSE 'intended' END, 'person',
      CASE WHEN amount_minor % 7 = 0 THEN amount_minor END
    FROM transactions WHERE alert_id IS NOT NULL AND transaction_id LIKE 't%'`)
  await client.query('ANALYZE transactions, alerts')
}
