import type { inferRouterOutputs } from '@trpc/server'
import type { RootRouter } from '@/server/trpc/root-router.ts'

/** A person as the list shows them. */
export type PersonRow = inferRouterOutputs<RootRouter>['people']['list'][number]
