import type { AlertState } from '../../domain/alerts/alert-state.ts'
import { answerDemoAlerts, type DemoAlert } from '../../domain/demo/answer-demo-alerts.ts'
import type { PeopleIds } from '../../domain/demo/care-people.ts'
import { type DemoOrganisation } from '../../domain/demo/generate-demo.ts'
import { z } from 'zod'
import { appendAudit } from '../audit/audit.ts'
import { getPool } from '../db/pool.ts'
import { getPrisma } from '../db/prisma.ts'
import { storeDemoAnswers } from './store-demo-answers.ts'

const alertRow = z
  .object({
    customer_ref: z.string(),
    id: z.string(),
    transaction_id: z.string(),
    channel: z.string(),
    raised_at: z.date(),
    due_at: z.date().nullable(),
    amount_minor: z.coerce.number(),
  })
  .transform((row): DemoAlert => ({
    customerRef: row.customer_ref,
    id: row.id,
    transactionId: row.transaction_id,
    channel: row.channel,
    state: asRaised(row.raised_at.getTime(), row.due_at?.getTime() ?? null, row.amount_minor),
  }))

/** Answers the questions of the year as the customers did, and marks the organisation as loaded. `now` in epoch milliseconds. */
export async function finishDemo(demo: DemoOrganisation, people: PeopleIds, now: number): Promise<void> {
  const answers = answerDemoAlerts(demo, await readAlerts(), people, now)
  await storeDemoAnswers(answers, await readNames())
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
    `SELECT customer_ref, id, transaction_id, channel, raised_at, due_at, amount_minor::text
     FROM alerts ORDER BY raised_at, id`,
  )
  return z.array(alertRow).parse(rows)
}

async function readNames(): Promise<Map<string, string>> {
  const people = await getPrisma().person.findMany({ select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

function asRaised(raisedAt: number, dueAt: number | null, amountMinor: number): AlertState {
  return {
    ...{ status: 'open', outcome: null, outcomeSource: null, outcomeAt: null, changed: false },
    ...{ claimedBy: null, claimedAt: null, attempts: 0, firstAttemptAt: null, lastAttemptAt: null },
    ...{ reachedAt: null, retryAt: null, dueAt, overdueAt: null, raisedAt, amountMinor },
  }
}
