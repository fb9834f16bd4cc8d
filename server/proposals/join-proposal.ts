import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { proposalStatuses, canBeJoined } from '../../domain/proposals/proposal-state.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { requireSight } from './queries/reachable.ts'
import { type PersonAct } from './person-change.ts'
import { redactAbout } from './redact-about.ts'

export const supporterParts = ['joined', 'supports'] as const

/**
 * Says "this happens to us as well" with what one saw oneself (`joined`), or supports a proposal. Once a person; a second time
 * takes the place of the first. Throws `unprocessable` for the own proposal, and for one that was withdrawn or merged.
 */
export async function joinProposal(
  input: {
    readonly proposalId: string
    readonly part: (typeof supporterParts)[number]
    readonly note: string
  },
  { signedIn, now, requestId }: PersonAct,
): Promise<void> {
  const { proposalId, part } = input
  await getPrisma().$transaction(async (tx) => {
    const found = await tx.proposal.findUnique({ where: { id: proposalId } })
    const sight = await requireSight(tx, found, signedIn.personId)
    if (sight.originals) {
      throw new AppError('unprocessable', {
        userMessage: 'This proposal is yours: it has your voice already.',
        details: { reason: 'ownProposal' },
      })
    }
    if (found !== null && !canBeJoined(z.enum(proposalStatuses).parse(found.status))) {
      throw new AppError('unprocessable', {
        userMessage:
          'This proposal was taken back or has gone into another one. Join that one, or tell your own story.',
        details: { reason: 'cannotBeJoined' },
      })
    }
    const note = await redactAbout(tx, proposalId, input.note, signedIn, { isUnnamed: true })
    const key = { proposalId, personId: signedIn.personId }
    const data = { part, note: note === '' ? null : note, at: new Date(now) }
    await tx.proposalSupporter.upsert({
      where: { proposalId_personId: key },
      create: { ...key, ...data },
      update: data,
    })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId, action: `proposal.${part}` },
      ...{ subjectKind: 'proposal', subjectId: proposalId },
    })
  })
}

/** Takes the own support back. */
export async function leaveProposal(
  proposalId: string,
  { signedIn, now, requestId }: PersonAct,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.proposalSupporter.deleteMany({
      where: { proposalId, personId: signedIn.personId },
    })
    if (count === 0) return
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId, action: 'proposal.left' },
      ...{ subjectKind: 'proposal', subjectId: proposalId },
    })
  })
}
