import type { inferRouterOutputs } from '@trpc/server'
import type { RootRouter } from '@/server/trpc/root-router.ts'

type Outputs = inferRouterOutputs<RootRouter>['thresholds']

/** Everything about one version, as the server tells it. */
export type VersionData = Outputs['version']
export type VersionLine = Outputs['versions'][number]
export type SignalDistribution = Outputs['distributions']['kinds'][number]
