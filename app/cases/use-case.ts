'use client'

import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { RootRouter } from '@/server/trpc/root-router.ts'

/** Everything that the case page shows. */
export type CaseDetail = inferRouterOutputs<RootRouter>['cases']['get']
export type CaseHandoff = CaseDetail['handoffs'][number]

/** How often an open page looks whether a colleague changed something. */
const refreshMs = 15_000

/** The case, looked at again every 15 s while the page is seen. */
export function useCase(caseId: string) {
  const trpc = useTRPC()
  return useQuery(trpc.cases.get.queryOptions({ caseId }, { refetchInterval: refreshMs }))
}
