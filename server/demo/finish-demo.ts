import { answerDemoAlerts, type DemoAlert } from '../../domain/demo/answer-demo-alerts.ts'
import { type DemoOrganisation } from '../../domain/demo/generate-demo.ts'
import { z } from 'zod'
import { appendAudit } from '../audit/audit.ts'
import { getPool } from '../db/pool.ts'
import { getPrisma } from '../db/prisma.ts'

const alertRow = z.object({
  customer_ref: z.string(),
  id: z.string(),
  transaction_id: z.string(),
  raised_at: z.date(),
})

const answer = `
  WITH marked AS (
    INSERT INTO dirty_alert_weeks (week) SELECT DISTINCT floor(extract(epoch FROM raised_at) / 604800)::int FROM alerts
  )
  UPDATE alerts a SET status = t.status, outcome = t.outcome, outcome_at = t.at, outcome_source = 'person',
    mistake_minor = t.mistake_minor, version = a.version + 1
  FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::bigint[])
    AS t (customer_ref, id, status, outcome, at, mistake_minor)
  WHERE a.customer_ref = t.customer_ref AND a.id = t.id`

/** Answers the questions of the year as the customers did, and marks the organisation as loaded. `now` in epoch milliseconds. */
export async function finishDemo(demo: DemoOrganisation, now: number): Promise<void> {
  const answers = answerDemoAlerts(demo, await readAlerts(), now)
  await getPool().query(answer, [
    answers.map(({ alert }) => alert.customerRef),
    answers.map(({ alert }) => alert.id),
    answers.map(({ outcome }) => (outcome === 'unreachable' ? 'unreachable' : 'confirmed')),
    answers.map(({ outcome }) => outcome),
    answers.map(({ at }) => new Date(at)),
    answers.map(({ mistakeMinor }) => mistakeMinor),
  ])
  await getPool().query(`
    INSERT INTO what_if_dirty_days (day)
    SELECT DISTINCT floor(extract(epoch FROM occurred_at) / 86400)::int FROM transactions`)
  await getPool().query('ANALYZE')
  await getPrisma().$transaction(async (tx) => {
    await tx.organisation.update({ where: { id: 1 }, data: { loadedAt: new Date(now) } })
    await appendAudit(tx, {
      actor: { kind: 'system', id: null, name: 'demo' },
      action: 'demo.load',
      subjectKind: 'organisation',
      subjectId: '1',
      after: { transactions: demo.transactions.length, alerts: answers.length },
      at: now,
    })
  })
}

async function readAlerts(): Promise<DemoAlert[]> {
  const { rows } = await getPool().query(
    'SELECT customer_ref, id, transaction_id, raised_at FROM alerts ORDER BY raised_at, id',
  )
  return z
    .array(alertRow)
    .parse(rows)
    .map((row) => ({
      customerRef: row.customer_ref,
      id: row.id,
      transactionId: row.transaction_id,
      raisedAt: row.raised_at.getTime(),
    }))
}
