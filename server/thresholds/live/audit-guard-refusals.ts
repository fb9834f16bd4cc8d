import { z } from 'zod'
import { type Actor } from '../../../domain/access/actor.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction, onPool } from '../../db/query.ts'

const database: Actor = { kind: 'system', id: null, name: 'Database' }
const countRow = z.object({ counted: z.int(), audited: z.int() })

const read = `
  SELECT (CASE WHEN s.is_called THEN s.last_value ELSE 0 END)::int AS counted,
    coalesce((SELECT audited FROM guard_refusals_audited WHERE id = 1), 0) AS audited
  FROM guard_refusals s`

/**
 * Puts into the audit that the database's guards refused statements since the last time: how many. Who and what stands in the database's log
 * only, because a refused statement takes everything that it wrote back with it. A count that went back (a restored database, or somebody at
 * the sequence) is kept as such. `now` in epoch milliseconds; safe in several processes at once. Gives how many were new.
 */
export async function auditGuardRefusals(now: number): Promise<number> {
  const [row] = await onPool(read, [])
  const seen = countRow.parse(row)
  if (seen.counted === seen.audited) return 0
  return getPrisma().$transaction(async (tx) => {
    const query = inTransaction(tx)
    await query('SELECT pg_advisory_xact_lock($1)::text', [counting])
    const [again] = await query(read, [])
    const { counted, audited } = countRow.parse(again)
    if (counted === audited) return 0
    await query(
      `INSERT INTO guard_refusals_audited (id, audited) VALUES (1, $1::int)
       ON CONFLICT (id) DO UPDATE SET audited = excluded.audited RETURNING id`,
      [counted],
    )
    const attempts = counted - audited
    await appendAudit(tx, {
      ...{ actor: database, at: now, subjectKind: 'database', subjectId: 'guards' },
      action: attempts > 0 ? 'database.refused' : 'database.refusalsRecounted',
      ...{ before: { total: audited }, after: { total: counted } },
    })
    return Math.max(0, attempts)
  })
}

/** Any constant will do; one process counts at a time. */
const counting = 712_093_477
