import { type PoolClient } from 'pg'

/** Only alerts that nobody has answered: a person's word is never overwritten. */
const confirm = `
  WITH mistakes AS (
    SELECT customer_ref, alert_id, min(taken_back_at) AS at, sum(amount_minor)::bigint AS minor,
      jsonb_agg(DISTINCT taken_back_by) AS by
    FROM taken_back_lines WHERE import_id = $1 AND alert_id IS NOT NULL GROUP BY customer_ref, alert_id
  ), marked AS (
    INSERT INTO dirty_alert_weeks (week) SELECT DISTINCT floor(extract(epoch FROM raised_at) / 604800)::int
    FROM alerts WHERE import_id = $1 AND outcome IS NULL
  ), marked_days AS (
    INSERT INTO what_if_dirty_days (day) SELECT DISTINCT floor(extract(epoch FROM t.occurred_at) / 86400)::int
    FROM alerts a JOIN transactions t ON t.customer_ref = a.customer_ref AND t.alert_id = a.id
    WHERE a.import_id = $1 AND a.outcome IS NULL
  ), answered AS (
    UPDATE alerts a SET status = 'confirmed', outcome_source = 'inferred', version = a.version + 1,
      outcome = CASE WHEN m.alert_id IS NULL THEN 'intended' ELSE 'mistake' END,
      outcome_at = coalesce(m.at, a.raised_at + interval '24 hours'), mistake_minor = m.minor
    FROM alerts b LEFT JOIN mistakes m ON m.customer_ref = b.customer_ref AND m.alert_id = b.id
    WHERE b.import_id = $1 AND b.outcome IS NULL AND a.customer_ref = b.customer_ref AND a.id = b.id
    RETURNING a.customer_ref, a.id, a.version, a.outcome, a.outcome_at, m.by, m.at
  )
  INSERT INTO alert_events (customer_ref, alert_id, seq, type, at, by, by_name, source, payload)
  SELECT customer_ref, id, version, 'alert.inferred', outcome_at, NULL, 'Import', 'inferred',
    jsonb_build_object('outcome', outcome, 'takenBackBy', coalesce(by, '[]'),
      'takenBackAt', (extract(epoch FROM at) * 1000)::int8)
  FROM answered`

/**
 * Says what came of an import's questions, marked as inferred: a question about what was taken back in full within 24 hours
 * was about a mistake, every other about something intended. The history of each says from which lines. Doing it again
 * changes nothing.
 */
export async function inferOutcomes(client: PoolClient, importId: string): Promise<void> {
  await client.query(confirm, [importId])
}
