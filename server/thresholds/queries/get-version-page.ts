import { z } from 'zod'
import { diffRuleSets } from '../../../domain/thresholds/diff-rule-sets.ts'
import { checkRuleOrder } from '../../../domain/thresholds/check-rule-order.ts'
import { versionEventTypes } from '../../../domain/thresholds/version-event.ts'
import { onPool } from '../../db/query.ts'
import { findBundle, isSealIntact } from '../bundle.ts'
import { getActiveVersion, getVersion } from '../stored-version.ts'
import { measureRamp } from '../live/run-ramps.ts'
import { listRuleAdmins } from '../tell/tell-people.ts'

const instant = z.date().transform((date) => date.getTime())
const eventRow = z.object({
  ...{ seq: z.int(), type: z.enum(versionEventTypes), at: instant, byName: z.string() },
  ...{ comment: z.string().nullable(), facts: z.record(z.string(), z.unknown()) },
})
const nameRow = z.object({ id: z.string(), name: z.string() })

/** Everything about one version; `compareWith` null: with the version that it was drafted from. Throws `notFound`. */
export async function getVersionPage(
  { version, compareWith }: { readonly version: number; readonly compareWith: number | null },
  who: { readonly personId: string; readonly now: number },
) {
  const current = await getVersion(onPool, version)
  const active = await getActiveVersion(onPool)
  const otherNumber = compareWith ?? current.baseVersion
  const other = otherNumber === null ? null : await getVersion(onPool, otherNumber)
  const editors = (
    await onPool(
      `SELECT DISTINCT p.id::text, p.name FROM rule_set_editions e JOIN people p ON p.id = e.edited_by
       WHERE e.version = $1 ORDER BY p.name`,
      [version],
    )
  ).map((row) => nameRow.parse(row))
  const events = (
    await onPool(
      `SELECT seq, type, at, by_name AS "byName", comment, payload AS facts FROM rule_set_events WHERE version = $1 ORDER BY seq`,
      [version],
    )
  ).map((row) => eventRow.parse(row))
  const ruleAdmins = await listRuleAdmins(onPool, version)
  const approvers = ruleAdmins.filter(({ isEditor }) => !isEditor).map(({ id, name }) => ({ id, name }))
  const bundle = await findBundle(onPool, current.seal)
  return {
    ...current,
    activeVersion: active.version,
    activeRules: active.rules,
    editors,
    /** Whether this person wrote or edited it, and so cannot sign it. */
    isMine: current.createdBy === who.personId || editors.some(({ id }) => id === who.personId),
    /** Who may sign it as it stands: with the permission, and without a line of it. */
    approvers,
    /** How many people may approve versions at all. */
    ruleAdmins: ruleAdmins.length,
    /** Whether an edit by this person would leave nobody who may sign it. */
    isLastApprover: approvers.length === 1 && approvers[0]!.id === who.personId,
    events,
    bundle,
    sealIntact: bundle === null ? null : isSealIntact(current, bundle),
    comparedWith: otherNumber,
    differences: other === null ? [] : diffRuleSets(other.rules, current.rules),
    otherRules: other?.rules ?? null,
    problems: checkRuleOrder(current.rules),
    measured: current.status === 'ramping' ? await measureRamp(onPool, current, who.now) : null,
  }
}
