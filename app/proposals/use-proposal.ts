'use client'

import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { RootRouter } from '@/server/trpc/root-router.ts'

/** A proposal as this person may read it. */
export type ProposalDetail = inferRouterOutputs<RootRouter>['proposals']['get']
/** What only its author has: the original answers and what is needed to go on writing. */
export type OwnStory = NonNullable<ProposalDetail['writing']>
export type ProposalRow = inferRouterOutputs<RootRouter>['proposals']['list']['rows'][number]

export function useProposal(proposalId: string) {
  const trpc = useTRPC()
  return useQuery(trpc.proposals.get.queryOptions({ proposalId }))
}
