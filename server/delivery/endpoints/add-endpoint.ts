import { randomUUID } from 'node:crypto'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Change } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { drawSecret } from './draw-secret.ts'
import { checkEndpointInput, type EndpointInput } from './endpoint-input.ts'

/** With two messages on their way to each at most, this bounds the connections that an installation opens. */
export const endpointsAtMost = 20

/**
 * Adds an endpoint that is told of what happens from now on. `secret` is shown now and never again. Throws `invalidInput` for an
 * address that messages are not sent to, `unprocessable` when there are as many endpoints as there may be.
 */
export async function addEndpoint(
  input: EndpointInput,
  { actor, now, requestId }: Change,
): Promise<{ readonly endpointId: string; readonly secret: string }> {
  const endpoint = checkEndpointInput(input)
  const endpointId = randomUUID()
  const secret = drawSecret()
  const createdBy = actor.kind === 'person' ? actor.id : null
  const createdAt = new Date(now)
  await getPrisma().$transaction(async (tx) => {
    if ((await tx.webhookEndpoint.count({ where: { deletedAt: null } })) >= endpointsAtMost) {
      throw new AppError('unprocessable', {
        userMessage: `There are ${endpointsAtMost} endpoints already. Remove one that is not used.`,
        details: { reason: 'tooManyEndpoints' },
      })
    }
    await tx.webhookEndpoint.create({ data: { id: endpointId, ...endpoint, createdBy, createdAt } })
    await tx.webhookSecret.create({ data: { id: randomUUID(), endpointId, secret, createdBy, createdAt } })
    await appendAudit(tx, {
      ...{ actor, at: now, requestId, action: 'webhooks.add' },
      ...{ subjectKind: 'webhookEndpoint', subjectId: endpointId, after: endpoint },
    })
  })
  return { endpointId, secret }
}
