import { permissions } from '../../domain/access/permissions.ts'
import { findConflict } from '../../domain/jury/find-conflict.ts'
import { type Tx } from '../db/prisma.ts'
import { loadTies } from './load-ties.ts'

/** The ids of everybody who may judge a proposal: active, in the jury by role, without a conflict of interest. */
export async function listEligible(tx: Tx, proposalId: string): Promise<string[]> {
  const ties = (await loadTies(tx, [proposalId])).get(proposalId)
  if (ties === undefined) return []
  const people = await tx.person.findMany({
    where: { status: 'active', role: { in: [...permissions['jury.review'].roles] } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  return people.map(({ id }) => id).filter((id) => findConflict(id, ties) === null)
}
