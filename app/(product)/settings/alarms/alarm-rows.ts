import type { inferRouterOutputs } from '@trpc/server'
import type { RootRouter } from '@/server/trpc/root-router.ts'

/** An alarm of the list. */
export type AlarmRow = inferRouterOutputs<RootRouter>['alarms']['list'][number]
