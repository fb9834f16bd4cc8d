import { createHash } from 'node:crypto'
import { type Actor } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { type RuleSet } from '../../domain/screening/rule.ts'
import { appendAudit, canonicalJson, toJsonValue } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import {
  approveVersion,
  createDraft,
  runDueSwitches,
  saveDraft,
  scheduleVersion,
  submitVersion,
} from '../thresholds/thresholds.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

/** The rules with which the demo's year begins: like any installation's first, nobody could have approved them. */
export async function storeFirstRuleSet(ruleSet: RuleSet): Promise<void> {
  const rules = toJsonValue(ruleSet)
  const at = new Date(ruleSet.createdAt)
  await getPrisma().$transaction(async (tx) => {
    await tx.ruleSetVersion.create({
      data: {
        ...{ version: ruleSet.version, status: 'active', rules: rules as object, note: 'First rules' },
        seal: createHash('sha256').update(canonicalJson(rules)).digest(),
        ...{ createdAt: at, activatedAt: at },
      },
    })
    await appendAudit(tx, {
      ...{ actor: { kind: 'system', id: null, name: 'demo' }, at: ruleSet.createdAt },
      ...{ action: 'thresholds.begin', subjectKind: 'ruleSetVersion', subjectId: String(ruleSet.version) },
      after: { rules: ruleSet.rules.length },
    })
  })
}

/**
 * Lets a version of the demo's year become active at its `createdAt`, by the same door as any other: drafted, tested on the weeks before, approved
 * by somebody else, scheduled, switched.
 */
export async function activateDemoRuleSet(ruleSet: RuleSet): Promise<void> {
  const { rules, merchantCriteria, createdAt: at } = ruleSet
  const author = await findActor('rules@demo.example')
  const approver = await findActor('rules2@demo.example')
  const note = 'Fewer questions about amounts that are merely large'
  const drafted = await createDraft({ note, from: null }, { actor: author, now: at - 3 * dayMs })
  const saved = await saveDraft(
    drafted.version,
    { rules, merchantCriteria, note, ramp: null },
    { actor: author, now: at - 3 * dayMs + hourMs, expectedEdition: drafted.edition },
  )
  const seal = await submit(drafted.version, saved.edition, author, at - 3 * dayMs + 2 * hourMs)
  const seen = { expectedEdition: saved.edition }
  await approveVersion(
    drafted.version,
    { seal, comment: 'The questions that fall away were needless in the weeks before.' },
    { ...seen, actor: approver, now: at - dayMs },
  )
  await scheduleVersion(drafted.version, at, { ...seen, actor: approver, now: at - dayMs + hourMs })
  while ((await runDueSwitches(at)) > 0);
}

/** A draft that waits for the review of another person; `now` in epoch milliseconds. */
export async function submitDemoDraft(now: number): Promise<void> {
  const author = await findActor('rules2@demo.example')
  const note = 'Ask from seven times the usual amount instead of ten'
  const begun = { actor: author, now: now - 26 * hourMs }
  const { version, edition } = await createDraft({ note, from: null }, begun)
  const { rules } = await getPrisma().ruleSetVersion.findUniqueOrThrow({ where: { version } })
  const content = rules as unknown as RuleSet
  const lower = content.rules.map((rule) =>
    rule.key === 'far-above-usual' ? { ...rule, thresholds: { ...rule.thresholds, default: 7 } } : rule,
  )
  const { merchantCriteria } = content
  const saved = await saveDraft(
    version,
    { rules: lower, merchantCriteria, note, ramp: null },
    { ...begun, expectedEdition: edition },
  )
  await submit(version, saved.edition, author, now - 25 * hourMs)
}

async function submit(version: number, edition: number, actor: Actor, now: number): Promise<string> {
  const window = { from: now - 28 * dayMs, to: now }
  await submitVersion(version, window, { actor, now, expectedEdition: edition })
  const { seal } = await getPrisma().ruleSetVersion.findUniqueOrThrow({ where: { version } })
  return Buffer.from(seal).toString('hex')
}

async function findActor(email: string): Promise<Actor> {
  const person = await getPrisma().person.findUnique({ where: { email } })
  if (person === null) {
    throw new AppError('internal', { userMessage: `The demo account ${email} is missing.` })
  }
  return { kind: 'person', id: person.id, name: person.name, role: 'ruleAdmin' }
}
