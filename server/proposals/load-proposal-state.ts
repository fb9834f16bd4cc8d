import { foldProposal } from '../../domain/proposals/apply-proposal-event.ts'
import { type ProposalEvent, proposalEventPayloads } from '../../domain/proposals/proposal-event.ts'
import { draftState, type ProposalState } from '../../domain/proposals/proposal-state.ts'
import { type Tx } from '../db/prisma.ts'

/** All events of a proposal in the order in which they were recorded. */
export async function loadProposalEvents(tx: Tx, proposalId: string): Promise<ProposalEvent[]> {
  const rows = await tx.proposalEventRow.findMany({ where: { proposalId }, orderBy: { seq: 'asc' } })
  return rows.map((row) => {
    const schema = proposalEventPayloads[row.type as ProposalEvent['type']]
    if (!schema) throw new RangeError(`The timeline holds an unknown event type: ${row.type}`)
    const payload = schema.parse(row.payload)
    return { type: row.type, at: row.at.getTime(), by: row.by, payload } as ProposalEvent
  })
}

/** The state that a proposal's timeline tells of. */
export function proposalStateOf(
  draft: { readonly authorId: string; readonly createdAt: Date },
  events: readonly ProposalEvent[],
): ProposalState {
  return foldProposal(draftState(draft.authorId, draft.createdAt.getTime()), events)
}
