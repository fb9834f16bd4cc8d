import { type NotificationKindKey } from '../../domain/notifications/notification-kinds.ts'
import { type ProposalEvent } from '../../domain/proposals/proposal-event.ts'
import { type Tx } from '../db/prisma.ts'
import { notify } from './notify.ts'
import { settleNotices } from './settle-notices.ts'

/**
 * Tells those whom a proposal's move concerns, in its transaction: the author and those whose proposals were merged into it of
 * answers and results, whoever owes the answer of what falls to them. Nobody is told of their own doing. What the move makes needless
 * to ask is taken back first.
 */
export async function notifyProposalEvents(
  tx: Tx,
  { id, authorId }: { readonly id: string; readonly authorId: string },
  added: readonly ProposalEvent[],
  about: {
    readonly answerer: string | null
    /** Authors of what goes on inside it. */
    readonly mergedAuthors: readonly string[]
    readonly now: number
  },
): Promise<void> {
  const settled = added.flatMap(({ type }) => settledBy(type))
  if (settled.length > 0) await settleNotices(tx, { kinds: settled, subjectId: id })
  const told = added.flatMap((event) => {
    const kind = kindOf(event)
    return kind === null ? [] : [{ event, kind }]
  })
  if (told.length === 0) return
  const proposal = await tx.proposal.findUniqueOrThrow({
    where: { id },
    select: { title: true, reference: true },
  })
  const credited = [...new Set([authorId, ...about.mergedAuthors])]
  const facts = { title: proposal.title ?? proposal.reference }
  await notify(
    tx,
    told.flatMap(({ event, kind }) =>
      (kind.to === 'authors' ? credited : kind.to === 'author' ? [authorId] : [about.answerer])
        .filter((to) => to !== null && to !== event.by)
        .map((to) => ({ to: to!, kind: kind.key, subjectId: id, facts })),
    ),
    about.now,
  )
}

interface Told {
  readonly key: NotificationKindKey
  readonly to: 'author' | 'authors' | 'answerer'
}

/** What an event means to whom; null: nobody hears of it. */
function kindOf({ type }: ProposalEvent): Told | null {
  switch (type) {
    case 'decision.delivered':
    case 'work.stopped':
      return { key: 'decision.released', to: 'authors' }
    case 'answer.given':
      return { key: 'answer.given', to: 'author' }
    case 'answer.reminded':
    case 'answerer.changed':
      return { key: 'answer.due', to: 'answerer' }
    case 'answer.escalated':
      return { key: 'answer.escalated', to: 'answerer' }
    case 'appeal.made':
      return { key: 'appeal.made', to: 'answerer' }
    case 'proposal.merged':
      return { key: 'proposal.merged', to: 'author' }
    case 'merge.undone':
      return { key: 'merge.undone', to: 'author' }
    case 'work.finished':
      return { key: 'work.finished', to: 'authors' }
    case 'effect.known':
      return { key: 'effect.known', to: 'authors' }
    case 'proposal.submitted':
    case 'review.started':
    case 'plan.locked':
    case 'work.started':
    case 'proposal.withdrawn':
      return null
    default:
      return type satisfies never
  }
}

/** What is asked of those who owe the answer. */
const ofAnswerers = ['answer.due', 'answer.escalated', 'appeal.made'] as const

/** The requests that an event meets or makes needless. */
function settledBy(type: ProposalEvent['type']): readonly NotificationKindKey[] {
  switch (type) {
    case 'decision.delivered':
    case 'proposal.merged':
    case 'proposal.withdrawn':
      return [...ofAnswerers, 'review.wanted', 'review.further', 'letter.toRead', 'question.asked']
    case 'answer.given':
    case 'answerer.changed':
    case 'answer.escalated':
      return ofAnswerers
    default:
      return []
  }
}
