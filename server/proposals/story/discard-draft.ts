import { toActor } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { type PersonAct } from '../person-change.ts'
import { lockOwnDraft } from './own-draft.ts'

/** Removes a draft with its answers and files for good; nobody else ever saw it. */
export async function discardDraft(
  proposalId: string,
  { signedIn, now, requestId }: PersonAct,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    await lockOwnDraft(tx, proposalId, signedIn.personId)
    await tx.proposal.delete({ where: { id: proposalId } })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId, action: 'proposal.discarded' },
      ...{ subjectKind: 'proposal', subjectId: proposalId },
    })
  })
}
