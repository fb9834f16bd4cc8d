import type { inferRouterOutputs } from '@trpc/server'
import type { RootRouter } from '@/server/trpc/root-router.ts'

/** An import as the list shows it. */
export type ImportRun = inferRouterOutputs<RootRouter>['imports']['list'][number]
