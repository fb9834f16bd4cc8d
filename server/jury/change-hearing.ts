import { type SignedIn } from '../../domain/access/actor.ts'
import { type Prisma } from '../../generated/prisma/client.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { type Hearing, lockHearing } from './hearing.ts'

/** Who moves a hearing, when, and what they had seen of it. */
export interface HearingMove {
  readonly proposalId: string
  readonly version: number
}

export interface JuryPerson {
  readonly signedIn: SignedIn
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId: string
}

/** What a move changes of the hearing itself, and what the audit tells of it. */
export interface HearingChange {
  readonly action: string
  readonly data: Prisma.JuryRoundUpdateInput
  readonly before?: unknown
  readonly after?: unknown
}

/**
 * The one way in which a hearing moves: holds it, lets `decide` write what belongs to the move, counts its version up and adds to the
 * audit, in one transaction. Throws `notFound`, `conflict`, and what `decide` throws.
 */
export function changeHearing(
  move: HearingMove,
  { signedIn, now, requestId }: JuryPerson,
  decide: (hand: { readonly tx: Tx; readonly hearing: Hearing }) => Promise<HearingChange>,
): Promise<void> {
  return getPrisma().$transaction(async (tx) => {
    const hearing = await lockHearing(tx, move, signedIn)
    const { proposalId, round, version } = hearing
    const { action, data, before, after } = await decide({ tx, hearing })
    await tx.juryRound.update({
      where: { proposalId_round: { proposalId, round } },
      data: { ...data, version: version + 1 },
    })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), action, at: now, requestId },
      ...{ subjectKind: 'proposal', subjectId: proposalId },
      ...{ before, after: { round, ...(after as object | undefined) } },
    })
  })
}
