import { AppError } from '../../../domain/errors/app-error.ts'
import { type Tx } from '../../db/prisma.ts'

/** A case as other systems see it: its state, and every handoff, promise and memo with their stamps. Throws `notFound`. */
export async function getReportedCase(tx: Tx, caseId: string) {
  const found = await tx.case.findFirst({
    where: { id: caseId },
    include: {
      handoffs: { orderBy: { ordinal: 'asc' } },
      promises: { orderBy: { madeAt: 'asc' } },
      memos: { orderBy: { sentAt: 'asc' } },
    },
  })
  if (!found) throw new AppError('notFound', { userMessage: 'There is no case with this id.' })
  const { id, reference, externalId, customerRef, kind, emergency, status, channel, summary } = found
  const { priority, category, desk, turn, turnReason, reopens, mergedInto, version } = found
  return {
    ...{ id, reference, externalId, customerRef, kind, emergency, status, channel, summary },
    ...{ priority, category, desk, owner: found.ownerId, turn, turnReason, reopens, mergedInto, version },
    ...{ turnSince: iso(found.turnSince), nextDueAt: iso(found.nextDueAt), openedAt: iso(found.openedAt) },
    ...{ firstAnswerAt: iso(found.firstAnswerAt), containedAt: iso(found.containedAt) },
    ...{ firstResolvedAt: iso(found.firstResolvedAt), lastResolvedAt: iso(found.lastResolvedAt) },
    handoffs: found.handoffs.map((handoff) => ({
      ...{ id: handoff.id, mode: handoff.mode, fromDesk: handoff.fromDesk, toDesk: handoff.toDesk },
      ...{ state: handoff.state, offeredAt: iso(handoff.offeredAt), acceptBy: iso(handoff.acceptBy) },
      ...{ acceptedAt: iso(handoff.acceptedAt), releasedAt: iso(handoff.releasedAt) },
      ...{ servedAt: iso(handoff.servedAt), endedAt: iso(handoff.endedAt) },
      ...{ declineReason: handoff.declineReason, askedAgain: handoff.askedAgain },
    })),
    promises: found.promises.map((promise) => ({
      ...{ id: promise.id, madeAt: iso(promise.madeAt), dueAt: iso(promise.dueAt) },
      ...{ text: promise.text, state: promise.state, endedAt: iso(promise.endedAt) },
    })),
    memos: found.memos.map((memo) => ({
      ...{ id: memo.id, to: memo.toPerson, sentAt: iso(memo.sentAt), dueAt: iso(memo.dueAt) },
      ...{ state: memo.state, reason: memo.reason, decidedAt: iso(memo.decidedAt) },
    })),
  }
}

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString()
}
