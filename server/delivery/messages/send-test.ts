import { randomUUID } from 'node:crypto'
import { testEventType } from '../../../domain/delivery/webhook-events.ts'
import { type Change } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { lockEndpoint, requireActive } from '../endpoints/lock-endpoint.ts'

/** Puts a message without content on its way to one endpoint. Throws `notFound`, `unprocessable` when it is switched off. */
export async function sendTest(
  endpointId: string,
  { actor, now, requestId }: Change,
): Promise<{ readonly messageId: string }> {
  const messageId = randomUUID()
  const at = new Date(now)
  await getPrisma().$transaction(async (tx) => {
    requireActive(await lockEndpoint(tx, endpointId))
    await tx.webhookMessage.create({
      data: { id: messageId, type: testEventType, at, payload: { endpointId }, distributedAt: at },
    })
    await tx.webhookDelivery.create({ data: { endpointId, messageId, nextAttemptAt: at, createdAt: at } })
    await appendAudit(tx, {
      ...{ actor, at: now, requestId, action: 'webhooks.test' },
      ...{ subjectKind: 'webhookEndpoint', subjectId: endpointId, after: { messageId } },
    })
  })
  return { messageId }
}
