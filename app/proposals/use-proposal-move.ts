'use client'

import { type Move, useMove } from '@/app/trpc/use-move.ts'

/** A move on a proposal that runs, and what became of the last one. */
export type ProposalMove = Move

/** One guarded move on a proposal at a time; everything about proposals is asked again either way. */
export function useProposalMove(): ProposalMove {
  return useMove('proposals', (trpc) => [trpc.proposals.pathFilter()])
}
