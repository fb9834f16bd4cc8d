import { type Tx } from '../db/prisma.ts'

/** The redacted title of a proposal, its reference where it has none. */
export async function titleOf(tx: Tx, proposalId: string): Promise<string> {
  const { title, reference } = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { title: true, reference: true },
  })
  return title ?? reference
}
