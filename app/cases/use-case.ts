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

/** The same while a colleague's answer is waited for with the customer on the line. */
const awaitedMs = 4_000

/** The case, looked at again while the page is seen: every 15 s, and every 4 s while an offer or a question to a supervisor is out. */
export function useCase(caseId: string) {
  const trpc = useTRPC()
  return useQuery(
    trpc.cases.get.queryOptions(
      { caseId },
      { refetchInterval: ({ state }) => (isAwaited(state.data) ? awaitedMs : refreshMs) },
    ),
  )
}

function isAwaited(detail: CaseDetail | undefined): boolean {
  if (detail?.status !== 'open') return false
  return detail.supervisorAskedAt !== null || detail.handoffs.some(({ state }) => state === 'offered')
}
