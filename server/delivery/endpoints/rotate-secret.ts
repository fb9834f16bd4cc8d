import { randomUUID } from 'node:crypto'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Change } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { drawSecret } from './draw-secret.ts'
import { lockEndpoint } from './lock-endpoint.ts'

/** The old, the new, and one more for somebody who changes in two steps. */
export const secretsAtMost = 3

/**
 * Adds a secret: from now on messages carry a signature of each, until the old one is removed. The secret is shown now and never
 * again. Throws `notFound`, `unprocessable` when there are as many as there may be.
 */
export async function addSecret(
  endpointId: string,
  { actor, now, requestId }: Change,
): Promise<{ readonly secretId: string; readonly secret: string }> {
  const secretId = randomUUID()
  const secret = drawSecret()
  await getPrisma().$transaction(async (tx) => {
    await lockEndpoint(tx, endpointId)
    if ((await tx.webhookSecret.count({ where: { endpointId } })) >= secretsAtMost) {
      throw new AppError('unprocessable', {
        userMessage: `This endpoint has ${secretsAtMost} secrets already. Remove one that its receiver no longer uses.`,
        details: { reason: 'tooManySecrets' },
      })
    }
    const createdBy = actor.kind === 'person' ? actor.id : null
    await tx.webhookSecret.create({
      data: { id: secretId, endpointId, secret, createdBy, createdAt: new Date(now) },
    })
    await appendAudit(tx, {
      ...{ actor, at: now, requestId, action: 'webhooks.addSecret' },
      ...{ subjectKind: 'webhookEndpoint', subjectId: endpointId, after: { secretId } },
    })
  })
  return { secretId, secret }
}

/** Stops signing with a secret. Throws `notFound`, `unprocessable` for the last one: unsigned messages are never sent. */
export async function removeSecret(
  { endpointId, secretId }: { readonly endpointId: string; readonly secretId: string },
  { actor, now, requestId }: Change,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    await lockEndpoint(tx, endpointId)
    const secrets = await tx.webhookSecret.findMany({ where: { endpointId }, select: { id: true } })
    if (!secrets.some(({ id }) => id === secretId))
      throw new AppError('notFound', { userMessage: 'There is no such secret any more.' })
    if (secrets.length === 1) {
      throw new AppError('unprocessable', {
        userMessage: 'This is the only secret. Add another one and give it to the receiver first.',
        details: { reason: 'lastSecret' },
      })
    }
    await tx.webhookSecret.delete({ where: { id: secretId } })
    await appendAudit(tx, {
      ...{ actor, at: now, requestId, action: 'webhooks.removeSecret' },
      ...{ subjectKind: 'webhookEndpoint', subjectId: endpointId, before: { secretId } },
    })
  })
}
