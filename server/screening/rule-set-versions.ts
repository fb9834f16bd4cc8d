import { createHash } from 'node:crypto'
import { AppError } from '../../domain/errors/app-error.ts'
import { type CompiledRuleSet, compileRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { defaultRuleSet } from '../../domain/screening/default-rule-set.ts'
import { ruleSetSchema } from '../../domain/screening/rule.ts'
import { appendAudit, canonicalJson, toJsonValue } from '../audit/audit.ts'
import { getPool } from '../db/pool.ts'
import { type Tx } from '../db/prisma.ts'

const keptVersions = 50
const compiled = new Map<string, CompiledRuleSet>()

/**
 * The rules of a version that has decided, ready to evaluate. Such a version never changes, so each is read once. Throws `internal` for
 * a version that is not there or has not decided.
 */
export function getRuleSet(version: number): Promise<CompiledRuleSet> {
  return readCompiled(
    version,
    `${version}`,
    'SELECT rules FROM rule_set_versions WHERE version = $1 AND activated_at IS NOT NULL',
    [version],
  )
}

/** The rules of one edition of a version, a draft's too. Editions never change. Throws `internal` for one that is not there. */
export function getRuleSetEdition(version: number, edition: number): Promise<CompiledRuleSet> {
  return readCompiled(
    version,
    `${version}.${edition}`,
    'SELECT rules FROM rule_set_editions WHERE version = $1 AND edition = $2',
    [version, edition],
  )
}

async function readCompiled(
  version: number,
  name: string,
  text: string,
  values: readonly number[],
): Promise<CompiledRuleSet> {
  // Tests change the database of a process.
  const key = `${process.env.DATABASE_URL} ${name}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const { rows } = await getPool().query<{ rules: unknown }>(text, [...values])
  const parsed = ruleSetSchema.safeParse(rows[0]?.rules)
  if (!parsed.success) {
    throw new AppError('internal', {
      message: `The stored rule set ${version} cannot be read: ${parsed.error.message}`,
      userMessage: `Version ${version} of the rules cannot be read. Ask an administrator to activate another one.`,
      cause: parsed.error,
    })
  }
  const ruleSet = compileRuleSet(parsed.data)
  if (compiled.size >= keptVersions) compiled.clear()
  compiled.set(key, ruleSet)
  return ruleSet
}

/** The version that decides now. Throws `unavailable` when none is active. */
export async function getActiveRuleSet(): Promise<CompiledRuleSet> {
  const { rows } = await getPool().query<{ version: number }>(
    `SELECT version FROM rule_set_versions WHERE status = 'active' ORDER BY version DESC LIMIT 1`,
  )
  if (rows[0] === undefined) throw noActiveRuleSet()
  return getRuleSet(rows[0].version)
}

export function noActiveRuleSet(): AppError {
  return new AppError('unavailable', {
    userMessage:
      'No version of the rules is active yet. A rule administrator can activate one under Thresholds.',
  })
}

/** Makes the default rules version 1, active, where an organisation has no rules yet. `now`: epoch milliseconds. */
export async function ensureDefaultRuleSet(tx: Tx, now: number): Promise<void> {
  if ((await tx.ruleSetVersion.count()) > 0) return
  const rules = defaultRuleSet(now)
  const stored = toJsonValue(rules)
  const { count } = await tx.ruleSetVersion.createMany({
    data: {
      version: rules.version,
      status: 'active',
      rules: stored as object,
      seal: createHash('sha256').update(canonicalJson(stored)).digest(),
      note: 'Default rules',
      createdAt: new Date(now),
      activatedAt: new Date(now),
    },
    skipDuplicates: true,
  })
  if (count === 0) return
  await appendAudit(tx, {
    ...{ actor: { kind: 'system', id: null, name: 'first start' }, at: now },
    ...{ action: 'thresholds.begin', subjectKind: 'ruleSetVersion', subjectId: String(rules.version) },
    after: { version: rules.version, rules: rules.rules.length },
  })
}
