import { AppError } from '../../../domain/errors/app-error.ts'
import { type SuspensionReason } from '../../../domain/thresholds/suspension.ts'
import { inTransaction, onPool, type Query } from '../../db/query.ts'
import { auditRefusal } from '../audit-refusal.ts'
import { findBundle, isSealIntact } from '../bundle.ts'
import { applyMove } from '../change-version.ts'
import { getActiveVersion, listVersionsIn, type StoredVersion } from '../stored-version.ts'
import { clockwork } from '../version-change.ts'
import { activateVersion, withVersion } from './activate-version.ts'
import { listProcesses } from './process-states.ts'
import { suspensionOf } from './suspend-version.ts'
import { wakeProcesses } from './wake-processes.ts'

/** After so long without every process being ready the switch is given up. */
const patienceMs = 60_000

/**
 * Takes every due version one step further: announced, so that the processes make it ready; then, when all that live have it ready, active
 * or into its ramp. Until that moment the version before decides, and from the commit on the next batch of every process is this one's.
 * `now` in epoch milliseconds; safe in several processes at once. Gives how many steps were taken.
 */
export async function runDueSwitches(now: number): Promise<number> {
  let steps = 0
  for (const { version, scheduledAt } of await listVersionsIn(onPool, ['scheduled'])) {
    if (scheduledAt === null || scheduledAt > now) continue
    const change = { actor: clockwork, now }
    try {
      steps += await auditRefusal(version, change, () =>
        withVersion(version, async (tx, current) => {
          const query = inTransaction(tx)
          if (current.status !== 'scheduled' || current.scheduledAt === null || current.scheduledAt > now)
            return 0
          const full = { ...change, expectedEdition: null }
          const broken = await findObstacle(query, current)
          if (broken !== null) {
            await applyMove(tx, current, suspensionOf(broken), full)
            return 1
          }
          const others = await listVersionsIn(query, ['ramping'])
          // One ramp at a time: its successor waits until it has ended.
          if (current.ramp !== null && others.length > 0) return 0
          if (current.announcedAt === null) {
            await applyMove(tx, current, { type: 'announced', set: { announced_at: new Date(now) } }, full)
            await wakeProcesses(query)
            return 1
          }
          const processes = await listProcesses(query, now)
          const late = processes.filter(({ ready }) => !ready.includes(version))
          if (late.length > 0) {
            const failures = late.flatMap(({ failure }) => failure ?? [])
            if (failures.length === 0 && now < current.announcedAt + patienceMs) return 0
            await applyMove(tx, current, suspensionOf('notReady', { processes: late.length, failures }), full)
            return 1
          }
          const first = current.ramp?.steps[0]
          if (first === undefined) await activateVersion(tx, current, change)
          else {
            await applyMove(
              tx,
              current,
              {
                type: 'rampStarted',
                set: {
                  ...{ status: 'ramping', ramp_step: 0, ramp_ppm: first.ppm, ramp_step_at: new Date(now) },
                  activated_at: new Date(now),
                },
                facts: { ppm: first.ppm },
                marker: { kind: 'thresholdsRamping', rules: [] },
              },
              full,
            )
            await wakeProcesses(query)
          }
          return 1
        }),
      )
    } catch (cause) {
      // Refused and audited; the next round meets the version as it is then.
      if (!(cause instanceof AppError)) throw cause
    }
  }
  return steps
}

/** Why an approved version may not go live as it stands; null: nothing is in the way. */
async function findObstacle(query: Query, current: StoredVersion): Promise<SuspensionReason | null> {
  if (!isSealIntact(current, await findBundle(query, current.seal))) return 'sealBroken'
  const active = await getActiveVersion(query)
  if (current.baseVersion !== active.version) return 'activeChanged'
  const approvers = await query(
    `SELECT 1 AS one FROM review_decisions d JOIN people p ON p.id = d.decided_by
     WHERE d.version = $1::int AND d.edition = $2::int AND d.seal = decode($3, 'hex') AND d.decision = 'approved' AND p.status = 'active'`,
    [current.version, current.edition, current.seal],
  )
  return approvers.length === 0 ? 'approverLeft' : null
}
