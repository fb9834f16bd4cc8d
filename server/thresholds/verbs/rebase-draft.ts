import { AppError } from '../../../domain/errors/app-error.ts'
import { ruleSetSchema } from '../../../domain/screening/rule.ts'
import { type MergeChoice, mergeRuleSets } from '../../../domain/thresholds/merge-rule-sets.ts'
import { editableStatuses } from '../../../domain/thresholds/version-status.ts'
import { changeVersion, requireStatus } from '../change-version.ts'
import { getActiveVersion, getVersion } from '../stored-version.ts'
import { type VersionChange } from '../version-change.ts'
import { editOf } from './save-draft.ts'

/**
 * Puts a draft on top of the version that is active now: what the draft changed stays changed, everything else follows the active one.
 * Throws `conflict` with `details.conflicts` for fields that both changed and `choices` (by path) do not decide; `unprocessable`
 * when what comes out is not a valid set of rules.
 */
export async function rebaseDraft(
  version: number,
  choices: Readonly<Record<string, MergeChoice>>,
  change: VersionChange,
) {
  return changeVersion(version, change, async (current, query) => {
    requireStatus(current, editableStatuses)
    const active = await getActiveVersion(query)
    if (current.baseVersion === active.version) return null
    const base = await getVersion(query, current.baseVersion ?? active.version)
    const { content, conflicts } = mergeRuleSets(base.rules, current.rules, active.rules, choices)
    if (conflicts.length > 0) {
      throw new AppError('conflict', {
        userMessage: `Version ${active.version} changed the same fields as this draft. Choose for each which value shall stand.`,
        problems: conflicts.map(({ path }) => ({
          ...{ path, code: 'bothChanged' },
          message: 'Both versions changed this field.',
        })),
        details: { edition: current.edition, status: current.status, conflicts },
      })
    }
    const { createdAt } = current.rules
    const parsed = ruleSetSchema.safeParse({ ...content, version, createdAt })
    if (!parsed.success) {
      throw new AppError('unprocessable', {
        userMessage: `The two versions do not fit together: ${parsed.error.issues[0]?.message ?? 'the rules are not valid'}`,
        details: { reason: 'doesNotFit' },
        cause: parsed.error,
      })
    }
    const { rules, merchantCriteria } = parsed.data
    const { note, ramp } = current
    return editOf(
      current,
      { rules, merchantCriteria, note: note ?? '', ramp },
      change,
      'rebased',
      active.version,
    )
  })
}
