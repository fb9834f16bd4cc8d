import { z } from 'zod'
import { getPool } from '../../db/pool.ts'
import { onPool } from '../../db/query.ts'
import { decisionMsP99, getRuleSetEdition } from '../../screening/screening.ts'
import { wakeProcesses } from './wake-processes.ts'

/** What was said last, so that others are woken only by news. */
const reported = new Map<string, string>()

const rowSchema = z.object({ version: z.int(), edition: z.int() })

/**
 * Makes every version ready that decides or is about to, and tells the others that this process lives and which those are. `now` in epoch
 * milliseconds. A version that cannot be made ready is named with its reason and keeps the switch from happening.
 */
export async function reportProcess(processId: string, startedAt: number, now: number): Promise<void> {
  const { rows } = await getPool().query(
    `SELECT version, edition FROM rule_set_versions
     WHERE status IN ('active', 'ramping') OR (status = 'scheduled' AND announced_at IS NOT NULL) ORDER BY version`,
  )
  const ready: number[] = []
  let failure: string | null = null
  for (const { version, edition } of rows.map((row) => rowSchema.parse(row))) {
    try {
      await getRuleSetEdition(version, edition)
      ready.push(version)
    } catch (cause) {
      failure = `Version ${version}: ${(cause as Error).message}`.slice(0, 500)
    }
  }
  await getPool().query(
    `INSERT INTO screening_processes (id, started_at, seen_at, ready, failure, decision_ms_p99)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, ready = excluded.ready, failure = excluded.failure,
       decision_ms_p99 = excluded.decision_ms_p99`,
    [processId, new Date(startedAt), new Date(now), ready, failure, decisionMsP99(now)],
  )
  // Whoever waits for this process need not wait for the next second.
  if (reported.get(processId) !== ready.join()) await wakeProcesses(onPool)
  reported.set(processId, ready.join())
}

/** A process that ends says so: nobody waits for it. */
export async function forgetProcess(processId: string): Promise<void> {
  reported.delete(processId)
  await getPool().query('DELETE FROM screening_processes WHERE id = $1', [processId])
}
