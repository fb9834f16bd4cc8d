import { AppError } from '../../../domain/errors/app-error.ts'
import { type Tx } from '../../db/prisma.ts'

/** The endpoint, held until the transaction ends. Throws `notFound` for one that is not there or was removed. */
export async function lockEndpoint(tx: Tx, endpointId: string) {
  await tx.$queryRaw`SELECT FROM webhook_endpoints WHERE id = ${endpointId}::uuid FOR NO KEY UPDATE`
  const endpoint = await tx.webhookEndpoint.findFirst({ where: { id: endpointId, deletedAt: null } })
  if (endpoint === null) throw new AppError('notFound', { userMessage: 'There is no such endpoint.' })
  return endpoint
}

/** Throws `conflict` with the current version when the endpoint changed since the person saw it. */
export function requireVersion(endpoint: { readonly version: number }, expectedVersion: number): void {
  if (endpoint.version === expectedVersion) return
  throw new AppError('conflict', {
    userMessage: 'Somebody changed this endpoint meanwhile. Load the page again and look at it.',
    details: { version: endpoint.version },
  })
}

/** Throws `unprocessable` for an endpoint that is switched off. */
export function requireActive(endpoint: { readonly active: boolean }): void {
  if (endpoint.active) return
  throw new AppError('unprocessable', {
    userMessage: 'This endpoint is switched off. Switch it on first.',
    details: { reason: 'off' },
  })
}
