import { randomUUID } from 'node:crypto'
import { alertReference } from '../../../domain/alerts/alert-reference.ts'
import { type Language } from '../../../domain/language/language.ts'
import { cleanTyped } from '../../../domain/personal-data/clean-typed.ts'
import { type KnownPeople } from '../../../domain/personal-data/known-people.ts'
import { redactText } from '../../../domain/personal-data/redact-text.ts'
import { mostEvidence } from '../../../domain/proposals/evidence.ts'
import { type Finding, findingSchema } from '../../../domain/proposals/finding.ts'
import { longestOf, type StoryKey, storyKeys, type StorySource } from '../../../domain/proposals/story.ts'
import { storyCourse, storyOutcome, storyQuestion } from '../../../domain/proposals/story-facts.ts'
import { toActor } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma, type Tx } from '../../db/prisma.ts'
import { type PersonAct } from '../person-change.ts'
import { findSource, type SourceFacts } from './find-source.ts'
import { loadKnownPeople } from './known-people.ts'

/**
 * Starts a story, filled with the facts of what it begins with, the findings attached as evidence. Somebody who has a draft from
 * the same source gets that one, with what was looked at now attached as well. Throws `notFound` or `forbidden` when the source
 * is out of the person's reach.
 */
export async function startDraft(source: StorySource, act: PersonAct): Promise<{ readonly id: string }> {
  const { signedIn, now, requestId } = act
  const facts = await findSource(source, act)
  return getPrisma().$transaction(async (tx) => {
    const open = source.id === null ? null : await findOpenDraft(tx, source, signedIn.personId)
    if (open) {
      await attachNew(tx, open.id, facts.findings, now)
      return open
    }
    const id = randomUUID()
    const at = new Date(now)
    const known = await loadKnownPeople(tx, { ...source, authorId: signedIn.personId })
    const fields = fieldsOf(prefill(facts, act), { language: signedIn.language, known }, at)
    const title = fields.find(({ key }) => key === 'title')?.redacted.trim() ?? ''
    await tx.proposal.create({
      data: {
        ...{ id, reference: alertReference(id), status: 'draft', authorId: signedIn.personId },
        ...{ deskKey: await deskOf(tx, signedIn.personId, facts.desk), language: signedIn.language },
        ...{ sourceKind: source.kind, sourceId: source.id, createdAt: at, updatedAt: at },
        title: title === '' ? null : title,
        fields: { create: fields },
        evidence: { create: facts.findings.map((finding) => asEvidence(finding, at)) },
      },
    })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId, action: 'proposal.started' },
      ...{ subjectKind: 'proposal', subjectId: id, after: { source: source.kind } },
    })
    return { id }
  })
}

function findOpenDraft(tx: Tx, { kind, id }: StorySource, authorId: string) {
  return tx.proposal.findFirst({
    where: { authorId, status: 'draft', sourceKind: kind, sourceId: id },
    select: { id: true },
  })
}

/** The answers as a draft begins with them, each with its redacted twin. */
function fieldsOf(
  prefilled: Partial<Record<StoryKey, string>>,
  about: { readonly language: Language; readonly known: KnownPeople },
  editedAt: Date,
) {
  return storyKeys.map((key) => {
    const original = cleanTyped(prefilled[key] ?? '').slice(0, longestOf(key))
    return { key, original, redacted: redactText(original, about), choices: [], editedAt }
  })
}

function asEvidence(finding: Finding, addedAt: Date) {
  return { id: randomUUID(), kind: 'finding', label: finding.kind, finding, addedAt }
}

/** A metric looked at in another scope is another finding of the same story. */
async function attachNew(tx: Tx, proposalId: string, findings: readonly Finding[], now: number) {
  const stored = await tx.proposalEvidence.findMany({ where: { proposalId }, select: { finding: true } })
  const scopes = stored.flatMap(({ finding }) => {
    const known = findingSchema.safeParse(finding)
    return known.success && known.data.kind === 'metric' ? [known.data.scope] : []
  })
  const added = findings.filter((one) => one.kind === 'metric' && !scopes.includes(one.scope))
  const room = Math.max(0, mostEvidence - stored.length)
  await tx.proposalEvidence.createMany({
    data: added.slice(0, room).map((one) => ({ ...asEvidence(one, new Date(now)), proposalId })),
  })
}

/** The desk whose days count: the author's, else that of the case. */
async function deskOf(tx: Tx, personId: string, caseDesk: string | null): Promise<string> {
  const member = await tx.deskMember.findFirst({ where: { personId }, orderBy: { deskKey: 'asc' } })
  if (member) return member.deskKey
  if (caseDesk !== null) return caseDesk
  const first = await tx.desk.findFirst({ where: { active: true }, orderBy: { key: 'asc' } })
  return first?.key ?? ''
}

function prefill(facts: SourceFacts, { signedIn }: PersonAct): Partial<Record<StoryKey, string>> {
  const { language } = signedIn
  return {
    ...(facts.name !== null && { title: facts.name[language] }),
    ...(facts.summary !== null && { essence: facts.summary }),
    ...(facts.course !== null && { solution: storyCourse(facts.course, language) }),
    ...(facts.asked !== null && {
      essence: storyQuestion(facts.asked, language),
      solution: storyOutcome(facts.asked, language),
    }),
  }
}
