import { diffRuleSets, touchedRules } from '../../../domain/thresholds/diff-rule-sets.ts'
import { getPrisma, type Tx } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { applyMove } from '../change-version.ts'
import { getActiveVersion, getVersion, listVersionsIn, type StoredVersion } from '../stored-version.ts'
import { type VersionChange } from '../version-change.ts'
import { suspensionOf } from './suspend-version.ts'
import { wakeProcesses } from './wake-processes.ts'

type Activating = Omit<VersionChange, 'expectedEdition'>

/**
 * Makes `next` the version that decides, in the caller's transaction: the one before retires, what was tested against that one and waits
 * is suspended. The next batch of every process sees it. Both versions are locked by the caller.
 */
export async function activateVersion(
  tx: Tx,
  next: StoredVersion,
  change: Activating,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const query = inTransaction(tx)
  const before = await getActiveVersion(query, { lock: true })
  const full: VersionChange = { ...change, expectedEdition: null }
  const at = new Date(change.now)
  await applyMove(
    tx,
    before,
    { type: 'retired', set: { status: 'retired', retired_at: at }, facts: { successor: next.version } },
    full,
  )
  const rules = touchedRules(diffRuleSets(before.rules, next.rules))
  const returns = next.status === 'retired'
  const rolledBack = next.kind === 'rollback' || next.restoresVersion !== null
  await applyMove(
    tx,
    next,
    {
      type: returns ? 'returned' : 'activated',
      set: {
        ...{
          status: 'active',
          activated_at: next.activatedAt === null || returns ? at : new Date(next.activatedAt),
        },
        ...{ retired_at: null, announced_at: null, ramp_ppm: 0 },
        ...extra,
      },
      facts: { predecessor: before.version, rules },
      marker: {
        kind: returns ? 'thresholdsReturned' : rolledBack ? 'thresholdsRolledBack' : 'thresholdsActivated',
        rules,
      },
      announcement: {
        ...{ at: change.now, customerRef: null },
        type: returns || rolledBack ? 'thresholds.rolled_back' : 'thresholds.activated',
        payload: {
          ...{ version: next.version, predecessor: before.version, kind: next.kind },
          ...{ rules: [...rules], seal: next.seal, activatedAt: at.toISOString() },
        },
      },
    },
    full,
  )
  for (const waiting of await listVersionsIn(query, ['approved', 'scheduled', 'ramping'])) {
    if (waiting.version === next.version || waiting.baseVersion === next.version) continue
    await applyMove(tx, waiting, suspensionOf('activeChanged', { active: next.version }), full)
  }
  await wakeProcesses(query)
}

/** Locks a version and the active one in one order, whoever comes, and runs `move` on them. */
export async function withVersion<Result>(
  version: number,
  move: (tx: Tx, current: StoredVersion) => Promise<Result>,
): Promise<Result> {
  return getPrisma().$transaction(async (tx) => {
    const query = inTransaction(tx)
    await getActiveVersion(query, { lock: true })
    return move(tx, await getVersion(query, version, { lock: true }))
  })
}
