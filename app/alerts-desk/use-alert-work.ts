'use client'

import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { RootRouter } from '@/server/trpc/root-router.ts'

/** Everything that the working panel shows. */
export type AlertWork = inferRouterOutputs<RootRouter>['alertDesk']['work']

/** How often an open alert looks whether the customer or a colleague answered. */
const refreshMs = 4_000

/** The alert's work, looked at again every few seconds while the page is seen. */
export function useAlertWork(alertId: string) {
  const trpc = useTRPC()
  return useQuery(trpc.alertDesk.work.queryOptions({ alertId }, { refetchInterval: refreshMs }))
}

const asked = ['open', 'claimed', 'contacted']

/** Whether the question still has no answer. */
export function isWaiting({ status }: Pick<AlertWork, 'status'>): boolean {
  return asked.includes(status)
}
