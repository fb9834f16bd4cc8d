import { isFinalAndUnanswered } from '../../../domain/proposals/proposal-state.ts'
import { getPrisma } from '../../db/prisma.ts'
import { loadProposalEvents, proposalStateOf } from '../load-proposal-state.ts'

/** What the check of all answers found. */
export interface AnswerCheck {
  readonly checked: number
  /** References of proposals that are final without a delivered answer; empty is the promise kept. */
  readonly unanswered: readonly string[]
  /** References of proposals that wait with nobody owing the answer. */
  readonly ownerless: readonly string[]
}

const pageSize = 500

/**
 * Proves from the timelines, not from the columns that follow from them, that no proposal is final without a delivered answer and
 * none waits with nobody owing it.
 */
export async function checkAnswers(): Promise<AnswerCheck> {
  const prisma = getPrisma()
  const unanswered: string[] = []
  const ownerless: string[] = []
  let checked = 0
  for (let after: string | null = null; ;) {
    const page: { id: string; reference: string; authorId: string; createdAt: Date; status: string }[] =
      await prisma.proposal.findMany({
        where: { status: { notIn: ['draft', 'withdrawn'] }, ...(after !== null && { id: { gt: after } }) },
        select: { id: true, reference: true, authorId: true, createdAt: true, status: true },
        orderBy: { id: 'asc' },
        take: pageSize,
      })
    for (const row of page) {
      const state = proposalStateOf(row, await loadProposalEvents(prisma, row.id))
      if (isFinalAndUnanswered(state) || state.status !== row.status) unanswered.push(row.reference)
      if (['submitted', 'inReview', 'appealed'].includes(row.status) && state.owed === null)
        ownerless.push(row.reference)
    }
    checked += page.length
    after = page.at(-1)?.id ?? null
    if (page.length < pageSize) return { checked, unanswered, ownerless }
  }
}
