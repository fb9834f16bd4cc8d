import { requireWords } from './own-words.ts'
import { type ProposalEvent, proposalEventPayloads } from './proposal-event.ts'

/**
 * What may be added to a timeline: readable for ever, and whatever answers somebody says something. Asked of new events only, so
 * that a stricter rule never closes what was told before. Throws `unprocessable` for too few words.
 */
export function requireTellable(event: ProposalEvent): void {
  const { type, payload } = event
  proposalEventPayloads[type].parse(payload)
  switch (type) {
    case 'decision.delivered':
      requireWords('reason', payload.reason)
      if (payload.outcome === 'declined') requireWords('whatWouldChange', payload.whatWouldChange ?? '')
      return
    case 'work.stopped':
      requireWords('reason', payload.reason)
      return requireWords('whatWouldChange', payload.whatWouldChange)
    case 'proposal.merged':
    case 'appeal.made':
      return requireWords('reason', payload.reason)
    case 'answer.given':
      return requireWords('text', payload.text)
    default:
      return
  }
}
