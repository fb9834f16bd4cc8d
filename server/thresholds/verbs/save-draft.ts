import { AppError } from '../../../domain/errors/app-error.ts'
import { type RuleSet, ruleSetSchema } from '../../../domain/screening/rule.ts'
import { diffRuleSets } from '../../../domain/thresholds/diff-rule-sets.ts'
import { mergeRuleSets } from '../../../domain/thresholds/merge-rule-sets.ts'
import { type RampPlan } from '../../../domain/thresholds/ramp-plan.ts'
import { editableStatuses } from '../../../domain/thresholds/version-status.ts'
import { type Query } from '../../db/query.ts'
import { changeVersion, requireStatus } from '../change-version.ts'
import { hashOf } from '../hash-of.ts'
import { type StoredVersion } from '../stored-version.ts'
import { type VersionChange } from '../version-change.ts'

/** So many single values of an edit its history tells; every edition is kept whole beside. */
const mostChanges = 200

export interface DraftContent {
  readonly rules: RuleSet['rules']
  readonly merchantCriteria: RuleSet['merchantCriteria']
  readonly note: string
  readonly ramp: RampPlan | null
}

/**
 * Saves a draft's content. An edit, be it of the note alone, of a version that is in review, approved or scheduled takes it back to a draft and
 * voids what was approved. Throws `conflict` when somebody saved meanwhile, with the fields that both changed in `details.conflicts`.
 */
export async function saveDraft(version: number, content: DraftContent, change: VersionChange) {
  const { expectedEdition } = change
  return changeVersion(version, { ...change, expectedEdition: null }, async (current, query) => {
    requireStatus(current, editableStatuses)
    if (expectedEdition !== current.edition)
      throw await savedMeanwhile(query, current, content, expectedEdition)
    await requireKeysOfTheirOwn(query, current, content)
    return editOf(current, content, change, 'edited')
  })
}

/** The move of an edit, `null` when it changes nothing. */
export function editOf(
  current: StoredVersion,
  content: DraftContent,
  change: Pick<VersionChange, 'actor' | 'now'>,
  type: 'edited' | 'rebased',
  baseVersion = current.baseVersion,
) {
  const { merchantCriteria } = content
  const rules: RuleSet = {
    ...{ version: current.version, rules: content.rules, createdAt: current.rules.createdAt },
    ...(merchantCriteria === undefined ? {} : { merchantCriteria }),
  }
  const differences = diffRuleSets(current.rules, rules)
  const sameRules = hashOf(rules) === hashOf(current.rules) && baseVersion === current.baseVersion
  const sameRamp = hashOf(current.ramp) === hashOf(content.ramp)
  const sameNote = current.note === content.note
  if (sameRules && sameRamp && sameNote) return null
  return {
    type,
    set: {
      ...{ rules, ramp: content.ramp, note: content.note, base_version: baseVersion },
      ...{ status: 'draft', edition: current.edition + 1, seal: hashOf(rules) },
      ...{ edited_by: change.actor.kind === 'person' ? change.actor.id : null },
      ...{ edited_at: new Date(change.now), suspended_reason: null, scheduled_at: null, announced_at: null },
    },
    facts: {
      edition: current.edition + 1,
      voided: current.status === 'draft' ? undefined : current.status,
      changed: differences.slice(0, mostChanges),
      ...(baseVersion === current.baseVersion ? {} : { base: baseVersion }),
      ...(sameRamp ? {} : { ramp: content.ramp }),
      ...(sameNote ? {} : { note: content.note }),
    },
  } as const
}

/** Figures by rule name rules by their keys: a key that spoke of one signal never speaks of another one later. */
async function requireKeysOfTheirOwn(query: Query, current: StoredVersion, content: DraftContent) {
  const known = new Set(current.rules.rules.map(({ key }) => key))
  const added = content.rules.filter(({ key }) => !known.has(key))
  if (added.length === 0) return
  const rows = (await query(
    `SELECT DISTINCT rule->>'key' AS key, rule->>'signal' AS signal, rule->>'level' AS level
     FROM rule_set_versions v, jsonb_array_elements(v.rules->'rules') rule
     WHERE v.activated_at IS NOT NULL AND rule->>'key' = ANY($1::text[])`,
    [added.map(({ key }) => key)],
  )) as { key: string; signal: string; level: string }[]
  const taken = added.find(({ key, signal, level }) =>
    rows.some((row) => row.key === key && (row.signal !== signal || row.level !== level)),
  )
  if (taken === undefined) return
  throw new AppError('unprocessable', {
    userMessage: `An earlier rule about something else had the key "${taken.key}", and its figures still name it. Remove the new rule and add it under another English name.`,
    problems: [{ path: `rules/${taken.key}/key`, code: 'taken', message: 'The key is taken.' }],
    details: { key: taken.key },
  })
}

async function savedMeanwhile(
  query: Query,
  current: StoredVersion,
  content: DraftContent,
  seen: number | null,
): Promise<AppError> {
  const [row] = (await query(
    'SELECT rules FROM rule_set_editions WHERE version = $1::int AND edition = $2::int',
    [current.version, seen],
  )) as { rules: unknown }[]
  const base = row === undefined ? current.rules : ruleSetSchema.parse(row.rules)
  const { conflicts } = mergeRuleSets(base, content, current.rules)
  const fields = conflicts.map(({ path }) => path)
  return new AppError('conflict', {
    userMessage:
      fields.length === 0
        ? 'Somebody saved this draft meanwhile, in other fields than yours. Take their changes in and save again.'
        : 'Somebody saved this draft meanwhile and changed the same fields. Choose for each which value shall stand.',
    problems: fields.map((path) => ({
      ...{ path, code: 'bothChanged' },
      message: 'Both of you changed this field.',
    })),
    details: {
      ...{ reason: 'otherFieldsSaved', edition: current.edition, status: current.status },
      ...{ base, theirs: current.rules, conflicts },
    },
  })
}
