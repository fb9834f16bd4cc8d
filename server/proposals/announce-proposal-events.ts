import { type WebhookEvent } from '../../domain/delivery/webhook-events.ts'
import { type ProposalEvent } from '../../domain/proposals/proposal-event.ts'
import { type Tx } from '../db/prisma.ts'
import { inTransaction } from '../db/query.ts'
import { announce } from '../delivery/delivery.ts'

/** Tells other systems of decisions: that they were made, not what was written in them. Part of the change's transaction. */
export async function announceProposalEvents(
  tx: Tx,
  { id: proposalId, reference }: { readonly id: string; readonly reference: string },
  added: readonly ProposalEvent[],
): Promise<void> {
  const events = added.flatMap((event): WebhookEvent[] => {
    const outcome = outcomeOf(event)
    if (outcome === null) return []
    const decidedAt = new Date(event.at).toISOString()
    return [
      {
        ...{ type: 'proposal.decided', at: event.at, customerRef: null },
        payload: { proposalId, reference, outcome, decidedAt },
      },
    ]
  })
  await announce(inTransaction(tx), events)
}

function outcomeOf(event: ProposalEvent) {
  if (event.type === 'decision.delivered') return event.payload.outcome
  if (event.type === 'proposal.merged') return 'merged'
  return event.type === 'work.stopped' ? 'declined' : null
}
