import { AppError } from '../../../domain/errors/app-error.ts'
import { type Change } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { lockEndpoint, requireActive } from '../endpoints/lock-endpoint.ts'

/**
 * Sends a message to an endpoint once more, at once and with the same id, and by the whole schedule if that fails. What waits for
 * its next attempt need not wait longer. Throws `notFound`, `unprocessable` when the endpoint is switched off.
 */
export async function redeliver(
  { endpointId, messageId }: { readonly endpointId: string; readonly messageId: string },
  { actor, now, requestId }: Change,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    requireActive(await lockEndpoint(tx, endpointId))
    const { count } = await tx.webhookDelivery.updateMany({
      where: { endpointId, messageId },
      data: { status: 'pending', tries: 0, nextAttemptAt: new Date(now), deliveredAt: null },
    })
    if (count === 0) {
      throw new AppError('notFound', {
        userMessage: 'This message is not kept any more. Messages are kept for 30 days.',
      })
    }
    await appendAudit(tx, {
      ...{ actor, at: now, requestId, action: 'webhooks.redeliver' },
      ...{ subjectKind: 'webhookEndpoint', subjectId: endpointId, after: { messageId } },
    })
  })
}
