import { type Actor } from '../../../domain/access/actor.ts'
import { type RuleSet, ruleSetSchema } from '../../../domain/screening/rule.ts'
import { addPerson } from '../../../server/access/add-person.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { onPool } from '../../../server/db/query.ts'
import { ensureDefaultRuleSet } from '../../../server/screening/screening.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { getVersion } from '../../../server/thresholds/stored-version.ts'
import { createDraft } from '../../../server/thresholds/verbs/create-draft.ts'
import { approveVersion } from '../../../server/thresholds/verbs/review-version.ts'
import { saveDraft } from '../../../server/thresholds/verbs/save-draft.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { submitVersion } from '../../../server/thresholds/verbs/submit-version.ts'

export const now = Date.UTC(2026, 2, 2, 9)
export const hourMs = 3_600_000
export const window = { from: now - 24 * hourMs, to: now }

/** The organisation's first rules, and people who may change them. */
export async function begin(): Promise<Record<'irina' | 'tomasz' | 'olga', Actor>> {
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, now - 30 * 24 * hourMs))
  return { irina: await add('Irina'), tomasz: await add('Tomasz'), olga: await add('Olga') }
}

async function add(name: string): Promise<Actor> {
  const actor = { kind: 'system', id: null, name: 'test' } as const
  const { personId: id } = await addPerson(
    {
      ...{ email: `${name.toLowerCase()}@bank.example`, name, role: 'ruleAdmin', language: 'en' },
      password: 'quiet herons cross at noon',
    },
    { actor, now },
  )
  return { kind: 'person', id, name, role: 'ruleAdmin' }
}

/** The rules with one default threshold moved. */
export function withThreshold(ruleSet: Pick<RuleSet, 'rules'>, key: string, value: number): RuleSet['rules'] {
  return ruleSet.rules.map((rule) =>
    rule.key === key ? { ...rule, thresholds: { ...rule.thresholds, default: value } } : rule,
  )
}

export async function rulesOf(version: number): Promise<RuleSet> {
  const { rows } = await getPool().query('SELECT rules FROM rule_set_versions WHERE version = $1', [version])
  return ruleSetSchema.parse(rows[0].rules)
}

export const read = (version: number) => getVersion(onPool, version)

/** A draft of the author's in which one default threshold is another. */
export async function draftOf(author: Actor, key = 'far-above-usual', value = 12) {
  const { version, edition } = await createDraft({ note: 'A change', from: null }, { actor: author, now })
  const { merchantCriteria, ...ruleSet } = await rulesOf(version)
  const rules = withThreshold(ruleSet, key, value)
  return {
    version,
    ...(await saveDraft(
      version,
      { rules, merchantCriteria, note: 'A change', ramp: null },
      { actor: author, now, expectedEdition: edition },
    )),
  }
}

export async function submittedBy(author: Actor, key?: string, value?: number) {
  const { version, edition } = await draftOf(author, key, value)
  await submitVersion(version, window, { actor: author, now, expectedEdition: edition })
  const { seal } = await read(version)
  return { version, edition, seal }
}

export async function approvedBy(author: Actor, approver: Actor, key?: string, value?: number) {
  const submitted = await submittedBy(author, key, value)
  const { version, edition, seal } = submitted
  await approveVersion(version, { seal, comment: null }, { actor: approver, now, expectedEdition: edition })
  return submitted
}

/** All the way through the door. Gives the version that is active then. */
export async function activated(author: Actor, approver: Actor, key?: string, value?: number) {
  const { version, edition } = await approvedBy(author, approver, key, value)
  await scheduleVersion(version, null, { actor: approver, now, expectedEdition: edition })
  while ((await runDueSwitches(now)) > 0);
  return version
}

/** The actions that the audit has about a version, oldest first. */
export async function auditOf(version: number | string): Promise<string[]> {
  const { rows } = await getPool().query<{ action: string }>(
    `SELECT action FROM audit_entries WHERE subject_kind = 'ruleSetVersion' AND subject_id = $1 ORDER BY seq`,
    [String(version)],
  )
  return rows.map(({ action }) => action.replace('thresholds.', ''))
}
