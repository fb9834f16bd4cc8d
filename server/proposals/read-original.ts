import { storyKeys } from '../../domain/proposals/story.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { requireSight } from './queries/reachable.ts'
import { requireSighted } from './queries/require-sighted.ts'
import { type PersonAct } from './person-change.ts'
import { redactAbout } from './redact-about.ts'

/**
 * What the author typed, in the order of the questions, for somebody who states what for; the reading is audited in the same transaction. Throws
 * `forbidden` for whoever must stay blind, so that no judge can look behind the redaction.
 */
export async function readOriginal(
  { proposalId, purpose }: { readonly proposalId: string; readonly purpose: string },
  { signedIn, now, requestId }: PersonAct,
): Promise<{ readonly answers: readonly { readonly key: string; readonly text: string }[] }> {
  return getPrisma().$transaction(async (tx) => {
    const found = await tx.proposal.findUnique({ where: { id: proposalId }, include: { fields: true } })
    await requireSight(tx, found, signedIn.personId)
    await requireSighted(tx, found!, signedIn)
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId, action: 'proposal.originalRead' },
      ...{
        subjectKind: 'proposal',
        subjectId: proposalId,
        after: { purpose: await redactAbout(tx, proposalId, purpose, signedIn) },
      },
    })
    const typed = new Map(found!.fields.map(({ key, original }) => [key, original]))
    return { answers: storyKeys.map((key) => ({ key, text: typed.get(key) ?? '' })) }
  })
}
