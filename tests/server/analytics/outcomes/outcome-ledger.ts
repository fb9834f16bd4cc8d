import { randomUUID } from 'node:crypto'
import { slotStart } from '../../../../server/analytics/rollup/slot.ts'
import { getPool } from '../../../../server/db/pool.ts'

/** One alert with what came of it; what is left out is ordinary. Its purchase is written too. */
export interface Asked {
  readonly at: number
  readonly rules?: readonly string[]
  readonly customer?: string
  readonly segment?: string | null
  readonly outcome?: 'intended' | 'mistake' | 'fraud' | 'unreachable' | null
  readonly outcomeAt?: number
  readonly outcomeSource?: string
  readonly status?: string
  readonly amountMinor?: number
  readonly currency?: string
  readonly mistakeMinor?: number
  readonly origin?: 'rule' | 'sample'
  readonly source?: string
  readonly dueAt?: number
  readonly lastAttemptAt?: number
  readonly attempts?: number
  readonly reachedAt?: number
  readonly remedies?: Readonly<Record<string, number>>
  /** Lines of the purchase that were taken back: amount, and whether the question was about this one. */
  readonly takenBack?: readonly {
    readonly amountMinor: number
    readonly asked: boolean
    readonly afterMs: number
  }[]
}

let serial = 0

/** Writes alerts with purchases, hits, remedies and lines. */
export async function writeAsked(rows: readonly Asked[]): Promise<void> {
  for (const row of rows) await writeOne(row)
}

/** A rule that fired on the purchase of a customer and did not ask. */
export async function writeHeldBack(at: number, rule: string, reason: string): Promise<void> {
  const id = `held-${(serial += 1)}`
  await writePurchase({ at }, id, 'kim', null)
  await getPool().query(
    `INSERT INTO held_back_hits (customer_ref, transaction_id, revision, line_no, rule, signal, value, threshold, severity, reason, at)
     VALUES ('kim', $1, 1, 0, $2, 'amount', 2, 1, 'low', $3, $4)`,
    [id, rule, reason, iso(at)],
  )
}

async function writeOne(row: Asked): Promise<void> {
  const id = `t${(serial += 1)}`
  const alertId = randomUUID()
  const customer = row.customer ?? `customer of ${id}`
  await writePurchase(row, id, customer, alertId)
  const outcome = row.outcome ?? null
  await getPool().query('INSERT INTO dirty_slots (slot) VALUES ($1)', [iso(slotStart(row.at))])
  await getPool().query(
    `INSERT INTO alerts (customer_ref, id, reference, customer_known, subject, raised_at, segment, channel, amount_minor,
       currency, severity, transaction_id, revision, rule_set_version, source, question, status, outcome, outcome_at,
       outcome_source, mistake_minor, origin, due_at, last_attempt_at, attempts, reached_at)
     VALUES ($1, $2::uuid, 'R-' || left($2::uuid::text, 8), true, 's', $3, $4, 'card', $5, $6, 'medium', $7, 1, 1, $8, '{}',
       $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      customer,
      alertId,
      iso(row.at),
      row.segment ?? null,
      row.amountMinor ?? 1_000,
      row.currency ?? 'PLN',
      id,
      row.source ?? 'api',
      row.status ?? (outcome === null ? 'open' : outcome === 'unreachable' ? 'unreachable' : 'confirmed'),
      outcome,
      outcome === null ? null : iso(row.outcomeAt ?? row.at + 60_000),
      outcome === null ? null : (row.outcomeSource ?? 'person'),
      row.mistakeMinor ?? null,
      row.origin ?? 'rule',
      maybe(row.dueAt),
      maybe(row.lastAttemptAt),
      row.attempts ?? 0,
      maybe(row.reachedAt),
    ],
  )
  for (const rule of row.rules ?? ['extra-zero']) await writeHit(row, id, customer, alertId, rule, 0)
  for (const [kind, amountMinor] of Object.entries(row.remedies ?? {})) {
    await getPool().query(
      'INSERT INTO alert_remedies (customer_ref, alert_id, kind, amount_minor) VALUES ($1, $2, $3, $4)',
      [customer, alertId, kind, amountMinor],
    )
  }
  for (const [index, line] of (row.takenBack ?? []).entries()) {
    const lineNo = index + 1
    await getPool().query(
      `INSERT INTO transaction_lines (customer_ref, transaction_id, revision, line_no, sku, quantity, unit_price,
         amount_minor, signals, taken_back_at, taken_back_by)
       VALUES ($1, $2, 1, $3, 'sku', 1, $4::bigint / 100.0, $4, '{}', $5, 'C')`,
      [customer, id, lineNo, line.amountMinor, iso(row.at + line.afterMs)],
    )
    if (line.asked) await writeHit(row, id, customer, alertId, 'many-of-one', lineNo)
  }
}

async function writePurchase(
  row: Asked,
  id: string,
  customer: string,
  alertId: string | null,
): Promise<void> {
  await getPool().query(
    `INSERT INTO transactions (customer_ref, transaction_id, revision, current, customer_known, body_hash, kind, source,
       occurred_at, received_at, segment, channel, amount_minor, currency, decision, alert_id, rule_set_version, signals)
     VALUES ($1, $2, 1, true, true, '\\x00', 'purchase', $3, $4, $4, $5, 'card', $6, $7, $8, $9, 1,
       '{"v":1,"values":[],"histories":[],"lines":[]}')`,
    [
      customer,
      id,
      row.source ?? 'api',
      iso(row.at),
      row.segment ?? null,
      row.amountMinor ?? 1_000,
      row.currency ?? 'PLN',
      alertId === null ? 'proceed' : 'ask',
      alertId,
    ],
  )
}

async function writeHit(
  row: Asked,
  id: string,
  customer: string,
  alertId: string,
  rule: string,
  lineNo: number,
): Promise<void> {
  // A question about single lines is not about the whole purchase.
  if (lineNo === 0 && row.takenBack?.some(({ asked }) => asked)) return
  await getPool().query(
    `INSERT INTO alert_hits (customer_ref, alert_id, transaction_id, revision, line_no, rule, signal, value, threshold,
       severity, at, facts) VALUES ($1, $2, $3, 1, $4, $5, 'amount', 2, 1, 'medium', $6, '{}')`,
    [customer, alertId, id, lineNo, rule, iso(row.at)],
  )
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

function maybe(at: number | undefined): string | null {
  return at === undefined ? null : iso(at)
}
