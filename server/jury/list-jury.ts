import { z } from 'zod'
import { type SignedIn } from '../../domain/access/actor.ts'
import { findConflict } from '../../domain/jury/find-conflict.ts'
import { jurySight } from '../../domain/jury/jury-phase.ts'
import { rankQueue } from '../../domain/jury/rank-queue.ts'
import { summariseReviews } from '../../domain/jury/summarise-reviews.ts'
import { proposalStatuses } from '../../domain/proposals/proposal-state.ts'
import { getPrisma } from '../db/prisma.ts'
import { listOpenHearings } from './hearing.ts'
import { loadTies } from './load-ties.ts'

const proposalRow = z.object({
  ...{ id: z.string(), reference: z.string(), title: z.string().nullable(), language: z.string() },
  status: z.enum(proposalStatuses),
  submittedAt: z.date().nullable(),
  answerDueAt: z.date().nullable(),
})

/**
 * What the jury has before it, for one of its members: the least reviewed first. Proposals that a conflict of interest keeps from
 * them are not there at all. Scores and spread are null until the member may see them.
 */
export async function listJury({ signedIn, now }: { readonly signedIn: SignedIn; readonly now: number }) {
  const prisma = getPrisma()
  const hearings = await listOpenHearings(prisma)
  const ids = hearings.map(({ proposalId }) => proposalId)
  const [ties, rows] = await Promise.all([
    loadTies(prisma, ids),
    prisma.proposal.findMany({
      where: { id: { in: ids }, status: { in: ['inReview', 'appealed'] } },
      select: {
        ...{ id: true, reference: true, title: true, language: true, status: true },
        ...{ submittedAt: true, answerDueAt: true },
      },
    }),
  ])
  const proposals = new Map(
    z
      .array(proposalRow)
      .parse(rows)
      .map((row) => [row.id, row]),
  )
  const items = hearings.flatMap((hearing) => {
    const proposal = proposals.get(hearing.proposalId)
    const tie = ties.get(hearing.proposalId)
    if (proposal === undefined || tie === undefined) return []
    if (findConflict(signedIn.personId, tie) !== null) return []
    const own = hearing.reviews.find(({ reviewer }) => reviewer === signedIn.personId)
    const sight = jurySight(hearing.phase, { hasScored: own?.kind === 'scored' })
    const summary = summariseReviews(hearing.reviews)
    return [
      {
        id: proposal.id,
        reference: proposal.reference,
        title: proposal.title,
        language: proposal.language,
        isAppeal: proposal.status === 'appealed',
        phase: hearing.phase,
        version: hearing.version,
        submittedAt: proposal.submittedAt?.getTime() ?? now,
        answerDueAt: proposal.answerDueAt?.getTime() ?? null,
        own: own?.kind ?? null,
        scored: summary.scored,
        needed: summary.needed,
        score: sight.scores ? summary.score : null,
        spread: sight.scores ? summary.spread : null,
        isWide: sight.scores && summary.isWide,
        isLetterRead: hearing.readBy !== null,
        isOwnLetter: hearing.writtenBy === signedIn.personId,
      },
    ]
  })
  // The minute in which a proposal came in would tell who worked then.
  return { asOf: now, items: rankQueue(items).map(({ submittedAt: _covered, ...item }) => item) }
}
