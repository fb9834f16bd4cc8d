import { AppError } from '../../../domain/errors/app-error.ts'
import { diffRuleSets } from '../../../domain/thresholds/diff-rule-sets.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction, onPool } from '../../db/query.ts'
import { auditRefusal } from '../audit-refusal.ts'
import { sealBundle } from '../bundle.ts'
import { activateVersion } from '../live/activate-version.ts'
import { getActiveVersion, getVersion, type StoredVersion } from '../stored-version.ts'
import { testVersion } from '../test-version.ts'
import { getThresholdPolicy } from '../threshold-policy.ts'
import { type VersionChange } from '../version-change.ts'
import { insertVersion } from './create-draft.ts'
import { type TestWindow } from './submit-version.ts'

export type EmergencyStop =
  | { readonly kind: 'switchOff'; readonly rules: readonly string[] }
  | { readonly kind: 'restore'; readonly version: number }

/**
 * Live at once, because waiting would do harm: switches rules off, or brings rules back that were active before; nothing else. Somebody else
 * signs within the set time, or it returns by itself. Throws `unprocessable` when it would change nothing or names a rule that is not there.
 */
export async function stopEmergency(
  stop: EmergencyStop,
  because: { readonly note: string; readonly window: TestWindow },
  change: Omit<VersionChange, 'expectedEdition'>,
): Promise<{ readonly version: number; readonly signBy: number }> {
  return auditRefusal(null, change, async () => {
    const active = await getActiveVersion(onPool)
    const content = await contentOf(stop, active)
    const tested = await testVersion({ ...active.rules, ...content }, active.rules, because.window)
    return getPrisma().$transaction(async (tx) => {
      const query = inTransaction(tx)
      const { actor, now } = change
      const still = await getActiveVersion(query, { lock: true })
      if (still.version !== active.version) {
        throw new AppError('conflict', {
          userMessage: `Version ${still.version} became active this moment. Look again before you stop anything.`,
          details: { reason: 'activeChanged', active: still.version },
        })
      }
      const { emergencyMinutes } = await getThresholdPolicy(query)
      const { version } = await insertVersion(
        tx,
        {
          ...{ kind: 'emergency', note: because.note, content, baseVersion: active.version },
          restoresVersion: stop.kind === 'restore' ? stop.version : null,
        },
        change,
      )
      const draft = await getVersion(query, version, { lock: true })
      const personId = actor.kind === 'person' ? actor.id : null
      const seal = await sealBundle(query, draft, tested, { against: active.version, personId, now })
      const signBy = now + emergencyMinutes * 60_000
      await activateVersion(tx, { ...draft, seal }, change, { seal, sign_by: new Date(signBy) })
      return { version, signBy }
    })
  })
}

async function contentOf(stop: EmergencyStop, active: StoredVersion): Promise<StoredVersion['rules']> {
  if (stop.kind === 'restore') {
    const source = await getVersion(onPool, stop.version)
    if (source.activatedAt === null || diffRuleSets(active.rules, source.rules).length === 0) {
      throw new AppError('unprocessable', {
        userMessage: 'Only other rules that were active before can be brought back.',
        details: { reason: 'onlyEarlier' },
      })
    }
    return source.rules
  }
  const known = new Map(active.rules.rules.map((rule) => [rule.key, rule]))
  if (stop.rules.length === 0 || stop.rules.some((key) => known.get(key)?.enabled !== true)) {
    throw new AppError('unprocessable', {
      userMessage: 'Name rules that are on in the active version; only those can be switched off.',
      details: { reason: 'onlyActiveRules' },
    })
  }
  return {
    ...active.rules,
    rules: active.rules.rules.map((rule) =>
      stop.rules.includes(rule.key) ? { ...rule, enabled: false } : rule,
    ),
  }
}
