import { randomUUID } from 'node:crypto'
import { type PoolClient } from 'pg'
import { slotStart } from '../../../server/analytics/rollup/slot.ts'
import { getPool } from '../../../server/db/pool.ts'

/** One transaction of a test with the alert that it raised, if it did; what is left out is ordinary. */
export interface Entry {
  readonly id: string
  readonly at: number
  readonly customer?: string
  readonly customerKnown?: boolean
  readonly segment?: string | null
  readonly channel?: string
  readonly currency?: string
  readonly amountMinor?: number
  readonly kind?: 'purchase' | 'cancellation'
  /** A superseded revision: its hits and itself do not count. */
  readonly superseded?: boolean
  readonly alert?: {
    readonly rules: readonly string[]
    readonly status?: string
    readonly severity?: string
    readonly outcome?: string | null
    readonly raisedAt?: number
  }
}

/** Writes entries and their marks as the product does, in one transaction. */
export async function writeEntries(entries: readonly Entry[]): Promise<void> {
  const client = await getPool().connect()
  try {
    await client.query('BEGIN')
    for (const entry of entries) await writeEntry(client, entry)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

async function writeEntry(client: PoolClient, entry: Entry): Promise<void> {
  const { alert } = entry
  const customer = entry.customer ?? `customer of ${entry.id}`
  const known = entry.customerKnown ?? true
  const at = new Date(entry.at).toISOString()
  const raisedAt = new Date(alert?.raisedAt ?? entry.at).toISOString()
  const shared = [
    entry.segment ?? null,
    entry.channel ?? 'online',
    entry.amountMinor ?? 1000,
    entry.currency ?? 'PLN',
  ]
  const alertId = alert === undefined ? null : randomUUID()
  await client.query(
    `INSERT INTO transactions (customer_ref, transaction_id, revision, current, customer_known, body_hash, kind, source,
       occurred_at, received_at, segment, channel, amount_minor, currency, decision, alert_id, rule_set_version, signals)
     VALUES ($1, $2, 1, $3, $4, '\\x00', $5, 'api', $6, $6, $7, $8, $9, $10, $11, $12, 1,
       '{"v":1,"values":[],"histories":[],"lines":[]}')`,
    [
      customer,
      entry.id,
      entry.superseded !== true,
      known,
      entry.kind ?? 'purchase',
      at,
      ...shared,
      alert ? 'ask' : 'proceed',
      alertId,
    ],
  )
  if (alert !== undefined) {
    await client.query(
      `INSERT INTO alerts (customer_ref, id, reference, customer_known, subject, raised_at, segment, channel, amount_minor,
         currency, severity, transaction_id, revision, rule_set_version, source, question, status, outcome)
       VALUES ($1, $2::uuid, 'R-' || left($2::uuid::text, 8), $3, 's', $4, $5, $6, $7, $8, $9, $10, 1, 1, 'api', '{}', $11, $12)`,
      [
        customer,
        alertId,
        known,
        raisedAt,
        ...shared,
        alert.severity ?? 'medium',
        entry.id,
        alert.status ?? 'open',
        alert.outcome ?? null,
      ],
    )
    for (const rule of alert.rules) {
      await client.query(
        `INSERT INTO alert_hits (customer_ref, alert_id, transaction_id, revision, line_no, rule, signal, value, threshold,
           severity, at, facts) VALUES ($1, $2, $3, 1, 0, $4, 'amount', 2, 1, $5, $6, '{}')`,
        [customer, alertId, entry.id, rule, alert.severity ?? 'medium', raisedAt],
      )
    }
  }
  for (const slot of new Set([slotStart(entry.at), slotStart(alert?.raisedAt ?? entry.at)])) {
    await client.query('INSERT INTO dirty_slots (slot) VALUES ($1)', [new Date(slot).toISOString()])
  }
}

/** Empties what the tests write, so that one file can hold several ledgers. */
export async function clearLedger(): Promise<void> {
  await getPool().query(
    'TRUNCATE transactions, transaction_lines, alerts, alert_hits, screening_rollup, dirty_slots CASCADE',
  )
}
