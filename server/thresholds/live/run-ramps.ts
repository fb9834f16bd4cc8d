import { z } from 'zod'
import { moveRamp, type RampMeasured } from '../../../domain/thresholds/ramp-plan.ts'
import { inTransaction, onPool, type Query } from '../../db/query.ts'
import { applyMove } from '../change-version.ts'
import { listVersionsIn, type StoredVersion } from '../stored-version.ts'
import { clockwork, type VersionChange } from '../version-change.ts'
import { activateVersion, withVersion } from './activate-version.ts'
import { listProcesses } from './process-states.ts'
import { suspensionOf } from './suspend-version.ts'
import { wakeProcesses } from './wake-processes.ts'

/**
 * Moves the version that is ramping up: on to the next share when its gates are passed, to everybody after the last, and back at once when a
 * guardrail breaks. Where only somebody's word is missing, those who may give it are told once. `now` in epoch milliseconds. Gives how many moves were made.
 */
export async function runRamps(now: number): Promise<number> {
  let moves = 0
  for (const { version } of await listVersionsIn(onPool, ['ramping'])) {
    moves += await withVersion(version, async (tx, current) => {
      if (current.status !== 'ramping' || current.ramp === null || current.rampStepAt === null) return 0
      const query = inTransaction(tx)
      const measured = await measureRamp(query, current, now)
      const at = {
        step: current.rampStep ?? 0,
        stepAt: current.rampStepAt,
        letOn: await hasHappened(query, current, 'rampLetOn'),
      }
      const move = moveRamp(current.ramp, at, measured, now)
      const change: VersionChange = { actor: clockwork, now, expectedEdition: null }
      if (move.kind === 'stay') {
        if (move.waitsFor !== 'approval' || (await hasHappened(query, current, 'rampWaits'))) return 0
        await applyMove(tx, current, { type: 'rampWaits', set: {}, facts: { ...measured } }, change)
        return 1
      }
      if (move.kind === 'return') {
        await returnRamp(tx, current, move.reason, change, { ...measured })
        return 1
      }
      if (move.kind === 'finish') {
        await activateVersion(tx, current, { actor: clockwork, now })
        return 1
      }
      const { ppm } = current.ramp.steps[move.step]!
      const set = { ramp_step: move.step, ramp_ppm: ppm, ramp_step_at: new Date(now) }
      await applyMove(tx, current, { type: 'rampStepped', set, facts: { ppm, ...measured } }, change)
      await wakeProcesses(query)
      return 1
    })
  }
  return moves
}

/** Takes a ramping version back: the active one decides for everybody again. */
export async function returnRamp(
  tx: Parameters<typeof applyMove>[0],
  current: StoredVersion,
  reason: Parameters<typeof suspensionOf>[0],
  change: VersionChange,
  measured: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const at = new Date(change.now)
  await applyMove(
    tx,
    current,
    {
      ...suspensionOf(reason, measured),
      marker: { kind: 'thresholdsReturned', rules: [] },
      announcement: {
        ...{ type: 'thresholds.rolled_back', at: change.now, customerRef: null },
        payload: {
          ...{ version: current.baseVersion ?? 0, predecessor: current.version, kind: current.kind },
          ...{ rules: [], seal: current.seal, activatedAt: at.toISOString() },
        },
      },
    },
    change,
  )
  await wakeProcesses(inTransaction(tx))
}

const measuredRow = z.object({ alertsLastHour: z.int(), answers: z.int(), needless: z.int() })

/** What the version's own questions came to; `now` in epoch milliseconds. */
export async function measureRamp(query: Query, current: StoredVersion, now: number): Promise<RampMeasured> {
  const since = new Date(current.rampStepAt ?? now)
  const [row] = await query(
    `SELECT (count(*) FILTER (WHERE raised_at > $2::timestamptz))::int AS "alertsLastHour",
       (count(*) FILTER (WHERE raised_at >= $3::timestamptz AND outcome IN ('intended', 'mistake', 'fraud')))::int AS answers,
       (count(*) FILTER (WHERE raised_at >= $3::timestamptz AND outcome = 'intended'))::int AS needless
     FROM alerts WHERE rule_set_version = $1::int AND raised_at > least($2::timestamptz, $3::timestamptz)`,
    [current.version, new Date(now - 3_600_000), since],
  )
  const slowest = (await listProcesses(query, now)).flatMap(({ decisionMsP99 }) => decisionMsP99 ?? [])
  return { ...measuredRow.parse(row), decisionMsP99: slowest.length === 0 ? null : Math.max(...slowest) }
}

/** Whether this happened since the present step began. */
async function hasHappened(
  query: Query,
  current: StoredVersion,
  type: 'rampLetOn' | 'rampWaits',
): Promise<boolean> {
  const rows = await query(
    `SELECT 1 AS one FROM rule_set_events WHERE version = $1::int AND type = $3 AND at >= $2::timestamptz`,
    [current.version, new Date(current.rampStepAt ?? 0), type],
  )
  return rows.length > 0
}
