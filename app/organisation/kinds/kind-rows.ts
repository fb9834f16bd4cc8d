import type { inferRouterOutputs } from '@trpc/server'
import type { RootRouter } from '@/server/trpc/root-router.ts'

export type KindRow = inferRouterOutputs<RootRouter>['organisation']['kinds'][number]
