import { AppError } from '../../../domain/errors/app-error.ts'
import { type ProposalSight, proposalSight } from '../../../domain/proposals/proposal-sight.ts'
import { type ProposalStatus, proposalStatuses } from '../../../domain/proposals/proposal-state.ts'
import { type Tx } from '../../db/prisma.ts'
import { isCovered } from './covered.ts'

/** A stored status; anything else is a fault of ours. */
export function parseStatus(text: string): ProposalStatus {
  const status = proposalStatuses.find((known) => known === text)
  if (!status) throw new RangeError(`A proposal holds an unknown status: ${text}`)
  return status
}

/** What the viewer may see of a proposal. Throws `notFound` for what does not exist for them: the drafts of others. */
export async function requireSight(
  tx: Pick<Tx, '$queryRaw'>,
  row: {
    readonly id: string
    readonly authorId: string
    readonly anonymous: boolean
    readonly status: string
  } | null,
  viewer: string,
): Promise<ProposalSight> {
  const sight =
    row &&
    proposalSight(
      {
        ...{ author: row.authorId, anonymous: row.anonymous, status: parseStatus(row.status) },
        isCovered: await isCovered(tx, row.id),
      },
      viewer,
    )
  if (!sight) throw new AppError('notFound', { userMessage: 'There is no such proposal, or not for you.' })
  return sight
}
