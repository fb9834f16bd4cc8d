import type { inferRouterOutputs } from '@trpc/server'
import type { RootRouter } from '@/server/trpc/root-router.ts'

type Outputs = inferRouterOutputs<RootRouter>['webhooks']

/** An endpoint as the pages show it. */
export type EndpointRow = Outputs['list'][number]

/** A message to an endpoint as its list shows it. */
export type DeliveryRow = Outputs['deliveries']['items'][number]
