import { type PoolClient } from 'pg'

const leave = `
  WITH marked AS (
    INSERT INTO dirty_alert_weeks (week) SELECT DISTINCT floor(extract(epoch FROM raised_at) / 604800)::int
    FROM alerts WHERE import_id = $1 AND status = 'open'
  ), left_alone AS (
    UPDATE alerts SET status = 'expired', version = version + 1 WHERE import_id = $1 AND status = 'open'
    RETURNING customer_ref, id, version, raised_at
  )
  INSERT INTO alert_events (customer_ref, alert_id, seq, type, at, by, by_name, source, payload)
  SELECT customer_ref, id, version, 'alert.expired', raised_at, NULL, 'Import', 'system', '{}' FROM left_alone`

/**
 * Ends an import's questions without an outcome: nobody was asked, and a file without cancellations of lines does not tell what was
 * meant. Doing it again changes nothing.
 */
export async function leaveUnasked(client: PoolClient, importId: string): Promise<void> {
  await client.query(leave, [importId])
}
