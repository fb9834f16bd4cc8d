import { createHash, randomUUID } from 'node:crypto'
import { type z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'
import { cleanTyped } from '../../../domain/personal-data/clean-typed.ts'
import { redactText } from '../../../domain/personal-data/redact-text.ts'
import { type linkSchema, mostEvidence } from '../../../domain/proposals/evidence.ts'
import { toActor } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma, type Tx } from '../../db/prisma.ts'
import { type PersonAct } from '../person-change.ts'
import { loadKnownPeople } from '../story/known-people.ts'
import { lockOwnDraft } from '../story/own-draft.ts'
import { readEvidenceFile } from './read-evidence-file.ts'

/** Attaches a file to an own draft; of a text only the redacted twin is kept. Throws what `readEvidenceFile` throws. */
export async function addFile(
  {
    proposalId,
    name,
    bytes,
  }: { readonly proposalId: string; readonly name: string; readonly bytes: Uint8Array },
  act: PersonAct,
): Promise<{ readonly id: string }> {
  const file = await readEvidenceFile(bytes, name)
  return add(proposalId, act, (redact) => {
    const content =
      file.contentType === 'text/plain' ? Buffer.from(redact(file.text)) : Buffer.from(file.content)
    const originalName = cleanTyped(name).slice(0, 200)
    return {
      ...{ kind: 'file', label: redact(originalName), originalName, contentType: file.contentType },
      ...{ byteSize: content.length, sha256: createHash('sha256').update(content).digest() },
      file: { create: { content } },
    }
  })
}

/** Attaches a link with the part that matters instead of a copy. */
export function addLink(
  { proposalId, link }: { readonly proposalId: string; readonly link: z.infer<typeof linkSchema> },
  act: PersonAct,
): Promise<{ readonly id: string }> {
  return add(proposalId, act, (redact) => ({ ...link, kind: 'link', label: redact(cleanTyped(link.label)) }))
}

/** Takes evidence away from an own draft. */
export async function removeEvidence(
  { proposalId, evidenceId }: { readonly proposalId: string; readonly evidenceId: string },
  { signedIn, now, requestId }: PersonAct,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    await lockOwnDraft(tx, proposalId, signedIn.personId)
    const { count } = await tx.proposalEvidence.deleteMany({ where: { id: evidenceId, proposalId } })
    if (count === 0) throw new AppError('notFound', { userMessage: 'This evidence is gone already.' })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId, action: 'proposal.evidenceRemoved' },
      ...{ subjectKind: 'proposal', subjectId: proposalId, before: { evidenceId } },
    })
  })
}

type NewEvidence = Omit<
  Parameters<Tx['proposalEvidence']['create']>[0]['data'],
  'id' | 'proposalId' | 'proposal' | 'addedAt'
>

async function add(
  proposalId: string,
  { signedIn, now, requestId }: PersonAct,
  describe: (redact: (text: string) => string) => NewEvidence,
): Promise<{ readonly id: string }> {
  return getPrisma().$transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, proposalId, signedIn.personId)
    if ((await tx.proposalEvidence.count({ where: { proposalId } })) >= mostEvidence) {
      throw new AppError('unprocessable', {
        userMessage: 'A story takes twelve pieces of evidence. Remove one that matters less.',
        details: { reason: 'tooMuchEvidence' },
      })
    }
    const known = await loadKnownPeople(tx, { ...draft, kind: draft.sourceKind, id: draft.sourceId })
    const id = randomUUID()
    const evidence = describe((text) => redactText(text, { language: draft.language, known }))
    await tx.proposalEvidence.create({
      data: { ...evidence, id, proposalId, addedAt: new Date(now) } as Parameters<
        Tx['proposalEvidence']['create']
      >[0]['data'],
    })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId, action: 'proposal.evidenceAdded' },
      ...{ subjectKind: 'proposal', subjectId: proposalId, after: { evidenceId: id, kind: evidence.kind } },
    })
    return { id }
  })
}
