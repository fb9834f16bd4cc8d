import type { inferRouterOutputs } from '@trpc/server'
import type { RootRouter } from '@/server/trpc/root-router.ts'

/** A key as the list shows it. */
export type KeyRow = inferRouterOutputs<RootRouter>['keys']['list'][number]
