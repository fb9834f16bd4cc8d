import type { inferRouterOutputs } from '@trpc/server'
import type { RootRouter } from '@/server/trpc/root-router.ts'

type Outputs = inferRouterOutputs<RootRouter>['organisation']

export type DeskRow = Outputs['desks'][number]
export type DeskDetail = Outputs['desk']
export type DeskHours = DeskDetail['hours'][number]
export type DeskPerson = DeskDetail['members'][number]
